import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { between, type ContractText, drawnUp, signatures, TITLE } from './contract-text.js';

/** The contract as a Word file, to be worked on by whoever negotiates it. */
export function asDocx(contract: ContractText): Promise<Buffer> {
  const body = (text: string) => new Paragraph({ text, spacing: { after: 160 } });
  const clauses = contract.clauses.flatMap(({ title, text }, i) => [
    new Paragraph({ text: `${i + 1}. ${title}`, heading: HeadingLevel.HEADING_2, keepNext: true }),
    ...text.split('\n').map(body),
  ]);
  const signed = signatures(contract).map(
    (text) => new Paragraph({ text, spacing: { before: 900 }, border: { top: { style: 'single', size: 4 } } }),
  );
  const children = [
    new Paragraph({ text: TITLE, heading: HeadingLevel.TITLE }),
    body(between(contract)),
    body(drawnUp(contract)),
    ...clauses,
    ...signed,
  ];
  return Packer.toBuffer(
    new Document({
      title: `${TITLE} ${between(contract)}`,
      creator: contract.supplier,
      sections: [{ children }],
    }),
  );
}
