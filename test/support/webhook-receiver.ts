import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned, webhookSignature } from '../../api/shared/webhook-signature.js';

type Mood = number | 'never answers' | 'hangs in the middle' | 'leads elsewhere';
export interface Heard {
  id: string;
  isSigned: boolean;
  type: string;
  data: Record<string, unknown>;
}

/** Another program that is told things, with moods; takes them when it has none. */
export class WebhookReceiver {
  readonly heard: Heard[] = [];
  readonly moods: Mood[] = [];
  secret = '';
  private readonly server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const header = (name: string) => String(request.headers[name] ?? '');
      const right = webhookSignature(this.secret, header('webhook-id'), Number(header('webhook-timestamp')), body);
      const { type, data } = JSON.parse(body.toString()) as { type: string; data: Record<string, unknown> };
      this.heard.push({ id: header('webhook-id'), isSigned: isSigned(header('webhook-signature'), right), type, data });
      const mood = this.moods.shift() ?? 204;
      if (mood === 'never answers') return;
      if (mood === 'leads elsewhere') response.writeHead(307, { location: `${this.url}/elsewhere` }).end();
      else if (mood === 'hangs in the middle') response.writeHead(200).write('and then');
      else response.writeHead(mood).end();
    });
  });
  url = '';

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What it heard since the last look. */
  take(): Heard[] {
    return this.heard.splice(0);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
