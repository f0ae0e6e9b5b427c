import { BOLD, newPdf, numberPages, REGULAR } from './contract-pdf.js';
import type { LetterText } from './letter-text.js';

/** The letter on A4. */
export function letterAsPdf({ title, from, to, day, paragraphs }: LetterText): NodeJS.ReadableStream {
  const pdf = newPdf(title, from);
  pdf.font(REGULAR).fontSize(10).text(from).moveDown(2).text(to).moveDown(2).text(day).moveDown(2);
  pdf.font(BOLD).fontSize(14).text(title).moveDown(1);
  pdf.font(REGULAR).fontSize(10);
  for (const { text, list = [] } of paragraphs) {
    pdf.text(text, { lineGap: 2 });
    if (list.length > 0) pdf.moveDown(0.4).list([...list], { bulletRadius: 1.5, lineGap: 2 });
    pdf.moveDown(1);
  }
  pdf.moveDown(1).text(from);
  numberPages(pdf);
  pdf.end();
  return pdf;
}
