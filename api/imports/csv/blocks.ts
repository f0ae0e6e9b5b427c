import type { Dialect } from './sniff.js';

/** Bytes as UTF-8 or whatever single-byte encoding it has, without its byte-order mark; UTF-16 is recoded on the way. */
async function* recoded(source: AsyncIterable<Buffer>, dialect: Dialect): AsyncGenerator<Buffer> {
  const utf16 = dialect.utf16 ? new TextDecoder(dialect.utf16) : null;
  let toSkip = dialect.markBytes;
  for await (const bytes of source) {
    const piece = bytes.subarray(toSkip);
    toSkip = 0;
    yield utf16 ? Buffer.from(utf16.decode(piece, { stream: true })) : piece;
  }
}

/**
 * The bytes of a file in blocks of whole lines, about a megabyte each: no line, and with it no letter, is cut in two.
 * `tooLong` is called for what is longer than `longest` without a line end.
 */
export async function* blocks(
  source: AsyncIterable<Buffer>,
  dialect: Dialect,
  on: { longest: number; tooLong: () => never },
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of recoded(source, dialect)) {
    const joined = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const end = joined.lastIndexOf(dialect.newline) + 1;
    if (end > 0) yield joined.subarray(0, end);
    rest = Buffer.from(joined.subarray(end));
    if (rest.length > on.longest) on.tooLong();
  }
  if (rest.length > 0) yield rest;
}
