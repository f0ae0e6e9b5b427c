import { isAscii, isUtf8 } from 'node:buffer';

/** What the bytes 0x80 to 0x9F are in Windows-1252; done by hand because TextDecoder of some Node versions reads them as Latin-1. */
const upperBytes = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => upperBytes[c.charCodeAt(0) - 0x80] as string);
}

/** What a file was found to be written in: lines in UTF-8 beyond ASCII, lines that are not UTF-8, and where the first of each is. */
export interface EncodingSeen {
  utf8Line: number | null;
  otherLine: number | null;
}

/**
 * Decodes a block of whole lines. Text that is not valid UTF-8 is Windows-1252, decided line by line, so that a file
 * pasted together from two programs keeps all its names; the survey warns of it.
 */
export function decodeBlock(block: Buffer, newline: number, firstLine: number, seen: EncodingSeen): string {
  if (isAscii(block)) return block.toString('latin1');
  if (isUtf8(block)) {
    seen.utf8Line ??= lineOfFirst(block, newline, firstLine, (line) => !isAscii(line));
    return block.toString('utf8');
  }
  let text = '';
  let line = firstLine;
  for (const bytes of linesOf(block, newline)) {
    if (isAscii(bytes)) text += bytes.toString('latin1');
    else if (isUtf8(bytes)) {
      seen.utf8Line ??= line;
      text += bytes.toString('utf8');
    } else {
      seen.otherLine ??= line;
      text += windows1252(bytes);
    }
    line++;
  }
  return text;
}

export const encodingName = (seen: EncodingSeen): string => {
  if (seen.otherLine === null) return 'UTF-8';
  return seen.utf8Line === null ? 'Windows-1252' : 'UTF-8 and Windows-1252';
};

function* linesOf(block: Buffer, newline: number): Generator<Buffer> {
  let start = 0;
  while (start < block.length) {
    const found = block.indexOf(newline, start);
    const end = found === -1 ? block.length : found + 1;
    yield block.subarray(start, end);
    start = end;
  }
}

function lineOfFirst(block: Buffer, newline: number, firstLine: number, is: (line: Buffer) => boolean): number {
  let line = firstLine;
  for (const bytes of linesOf(block, newline)) {
    if (is(bytes)) return line;
    line++;
  }
  return firstLine;
}
