import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { between, type ContractText, drawnUp, signatures, TITLE } from './contract-text.js';

const font = (weight: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${weight}`));
export const REGULAR = font('400Regular/Inter_400Regular.ttf');
export const BOLD = font('600SemiBold/Inter_600SemiBold.ttf');
export const MARGIN = 64;

/** A4, in our language. */
export const newPdf = (title: string, author: string) =>
  new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    info: { Title: title, Author: author },
    lang: 'en-GB',
  });

/** The contract on A4, with a font of its own: names have more letters than the fonts every reader brings. */
export function asPdf(contract: ContractText): NodeJS.ReadableStream {
  const pdf = newPdf(`${TITLE} ${between(contract)}`, contract.supplier);
  pdf.font(BOLD).fontSize(18).text(TITLE);
  pdf.font(REGULAR).fontSize(10).text(between(contract)).text(drawnUp(contract)).moveDown(1.5);
  contract.clauses.forEach(({ title, text }, i) => {
    if (pdf.y > pdf.page.height - MARGIN - 60) pdf.addPage(); // no heading alone at the foot of a page
    pdf
      .font(BOLD)
      .fontSize(11)
      .text(`${i + 1}. ${title}`)
      .moveDown(0.3);
    pdf.font(REGULAR).fontSize(10).text(text, { lineGap: 2 }).moveDown(1);
  });
  for (const signature of signatures(contract)) {
    if (pdf.y > pdf.page.height - MARGIN - 80) pdf.addPage();
    pdf.moveDown(3);
    pdf
      .moveTo(MARGIN, pdf.y)
      .lineTo(MARGIN + 240, pdf.y)
      .lineWidth(0.5)
      .stroke();
    pdf.moveDown(0.4).fontSize(9).text(signature);
  }
  numberPages(pdf);
  pdf.end();
  return pdf;
}

export function numberPages(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    pdf.switchToPage(start + i);
    // Below the margin, where text would begin another page.
    pdf.page.margins.bottom = 0;
    pdf.fontSize(8).text(`${i + 1} of ${count}`, MARGIN, pdf.page.height - 40, { align: 'right' });
  }
}
