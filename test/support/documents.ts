import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader of a PDF sees, page after page. */
export async function textOfPdf(file: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
  return text;
}

/** The words of a Word file, a paragraph a line. */
export async function textOfDocx(file: Uint8Array): Promise<string> {
  const part = unzipSync(file)['word/document.xml'];
  if (!part) throw new Error('no Word file');
  return Buffer.from(part)
    .toString()
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<');
}
