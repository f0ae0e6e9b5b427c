import fs from 'node:fs';

type Write = typeof process.stdout.write;

/** Everything the program writes to standard output and standard error, its log among it, from now on. */
export function whatIsWritten(): { text(): string; stop(): void } {
  const written: string[] = [];
  const { writeSync } = fs;
  const streams = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);
  fs.writeSync = ((fd: number, text: string, ...rest: never[]) =>
    fd === 1 || fd === 2
      ? written.push(String(text)) && Buffer.byteLength(text)
      : writeSync(fd, text, ...rest)) as typeof writeSync;
  for (const [stream] of streams) stream.write = ((text: string) => Boolean(written.push(String(text)))) as Write;
  return {
    text: () => written.join(''),
    stop() {
      fs.writeSync = writeSync;
      for (const [stream, write] of streams) stream.write = write;
    },
  };
}
