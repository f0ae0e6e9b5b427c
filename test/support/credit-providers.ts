import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What the provider does with the next question at a path: these, one after the other; afterwards it answers. */
export type Mood =
  | 'answer'
  | 'hang'
  | 'half'
  | 'break off'
  | 'not json'
  | 'too long'
  | 'elsewhere'
  | { status: number; headers?: Record<string, string> }
  | { seconds: number };

interface Asked {
  path: string;
  authorization: string | undefined;
  body: string;
}

/**
 * The servers of Companies House, Creditsafe Connect, D&B Direct+ and The Gazette on a free port of this machine, in the shapes they
 * answer in. Every company and person in them is invented.
 */
export class CreditProviders {
  readonly asked: Asked[] = [];
  /** What is answered at a path, without the question behind it. */
  readonly answers = new Map<string, unknown>();
  private readonly moods = new Map<string, Mood[]>();
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async listen(): Promise<Record<string, string>> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this.environment();
  }

  /** What a product is told of them. */
  environment(): Record<string, string> {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return {
      COMPANIES_HOUSE_KEY: 'key-of-the-register',
      COMPANIES_HOUSE_URL: `${url}/register`,
      CREDITSAFE_USERNAME: 'us@goodstanding.example',
      CREDITSAFE_PASSWORD: 'password-of-creditsafe',
      CREDITSAFE_URL: `${url}/creditsafe/v1`,
      DNB_KEY: 'key-of-dnb',
      DNB_SECRET: 'secret-of-dnb',
      DNB_URL: `${url}/dnb`,
      GAZETTE_CONTACT: 'credit@goodstanding.example',
      GAZETTE_URL: `${url}/gazette`,
      CREDIT_CHECK_SECONDS: '2',
    };
  }

  will(path: string, ...moods: Mood[]): void {
    this.moods.set(path, moods);
  }

  /** The paths that were asked since the last look. */
  paths(): string[] {
    return this.asked.splice(0).map(({ path }) => path);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.closeAllConnections();
      this.server.close(() => resolve());
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, search } = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.asked.push({
      path: `${path}${search}`,
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString(),
    });
    const mood = this.moods.get(path)?.shift() ?? 'answer';
    if (mood === 'hang') return;
    if (typeof mood === 'object' && 'status' in mood)
      return void response.writeHead(mood.status, mood.headers).end('{}');
    if (typeof mood === 'object') await pause(mood.seconds * 1000);
    if (mood === 'elsewhere') return void response.writeHead(302, { location: '/elsewhere' }).end();
    if (mood === 'not json') return void response.end('<html>Down for maintenance</html>');
    const answer = this.answers.get(path);
    const text = JSON.stringify(answer);
    if (answer === undefined) return void response.writeHead(404).end('{"errors":[]}');
    if (mood === 'too long') return void response.end(`"${'x'.repeat(11_000_000)}"`);
    if (mood === 'half') return void response.end(text.slice(0, text.length / 2));
    if (mood === 'break off') {
      response.writeHead(200, { 'content-length': String(text.length) });
      response.write(text.slice(0, 20));
      return void setImmediate(() => response.destroy());
    }
    response.end(text);
  }
}
