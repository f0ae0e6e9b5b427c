import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const program = path.resolve(import.meta.dirname, '../../dist/api/cli/goodstanding.js');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Nothing of the environment of the tests but what a program needs to run. */
const clean = (env: Record<string, string>) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  NODE_ENV: 'test',
  LOG_LEVEL: 'fatal',
  ...env,
});

/** Runs `goodstanding …`, as compiled, to its end. */
export async function goodstanding(env: Record<string, string>, ...args: string[]): Promise<Ran> {
  const running = start(env, ...args);
  const code = await running.ended;
  return { code, out: running.out(), err: running.err() };
}

export interface Running {
  child: ChildProcess;
  ended: Promise<number | null>;
  out(): string;
  err(): string;
  /** The first match in what it prints. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts `goodstanding …` and leaves it running. */
export function start(env: Record<string, string>, ...args: string[]): Running {
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    env: clean(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  const hear = (text: string, isError: boolean) => {
    if (isError) err += text;
    else out += text;
    for (const listener of listeners) listener();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => hear(text, false));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => hear(text, true));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    child,
    ended,
    out: () => out,
    err: () => err,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(out + err);
          if (match) {
            listeners.delete(look);
            resolve(match);
          }
        };
        listeners.add(look);
        void ended.then((code) => reject(new Error(`it ended with ${code} before it said ${pattern}:\n${out}${err}`)));
        look();
      }),
  };
}
