import { BOLD, newPdf, REGULAR } from '../../contracts/contract-pdf.js';

export interface Letter {
  /** In lines, as on an envelope. */
  address: string;
  customer: string;
  subject: string;
  text: string;
  /** Whose address an answer reaches; that of the sender where it is null. */
  replyTo: string | null;
}

/** Letters on A4, each on a page of its own, in one file; the address stands where a window envelope shows it. */
export function lettersAsPdf(
  letters: readonly Letter[],
  { from, email }: { from: string; email: string },
  day: string,
): NodeJS.ReadableStream {
  const pdf = newPdf(`Letters of ${day}`, from);
  letters.forEach(({ address, customer, subject, text, replyTo }, i) => {
    if (i > 0) pdf.addPage();
    const to = address.toLowerCase().startsWith(customer.toLowerCase()) ? address : `${customer}\n${address}`;
    pdf.font(REGULAR).fontSize(8).text(from, ADDRESS.x, ADDRESS.y);
    pdf.fontSize(10).text(to, ADDRESS.x, ADDRESS.y + 16, { width: 240 });
    pdf.text(day, ADDRESS.x, BODY_FROM, { align: 'right' }).moveDown(1.5);
    pdf.font(BOLD).fontSize(13).text(subject).moveDown(1);
    pdf.font(REGULAR).fontSize(10).text(text, { lineGap: 2 });
    pdf
      .moveDown(1)
      .text(from)
      .text(replyTo ?? email);
  });
  pdf.end();
  return pdf;
}

/** In points from the corner: 20 mm and 45 mm, as the window of DIN 5008 form B. From memory [M]. */
const ADDRESS = { x: 64, y: 135 };
const BODY_FROM = 270;
