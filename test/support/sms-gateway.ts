import http from 'node:http';
import type { AddressInfo } from 'node:net';

type Mood =
  | 'take'
  | 'not let in'
  | 'too many'
  | 'refuse'
  | 'broken'
  | 'says nothing of a message'
  | 'answers in HTML'
  | 'never answers'
  | 'takes and drops the line'
  | 'breaks off its answer';

interface Taken {
  from: string;
  to: string;
  text: string;
  key: string;
}

/** A gateway for text messages as they are: JSON in, JSON out, with moods for a number. */
export class SmsGateway {
  readonly taken: Taken[] = [];
  /** Each number that was asked for, and by which key of its own. */
  readonly attempts: { to: string; once: string }[] = [];
  private readonly moods = new Map<string, Mood[]>();
  private readonly server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const said = JSON.parse(Buffer.concat(chunks).toString()) as Omit<Taken, 'key'>;
      const { authorization: key = '' } = request.headers;
      this.attempts.push({ to: said.to, once: String(request.headers['idempotency-key']) });
      const answer = (status: number, body: object, headers: http.OutgoingHttpHeaders = {}) =>
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      const take = () => this.taken.push({ ...said, key });
      const id = `SM${this.attempts.length}`;
      switch (this.moods.get(said.to)?.shift() ?? 'take') {
        case 'take':
          take();
          return answer(201, { id, to: [said.to], status: 'accepted' });
        case 'not let in':
          return answer(401, { error: { code: 'unauthorized', message: 'Wrong key' } });
        case 'too many':
          return answer(429, { error: { code: 'rate_limited', message: 'Too many requests' } }, { 'retry-after': '1' });
        case 'refuse':
          return answer(400, { error: { code: 'invalid_to', message: 'Not a number we reach' } });
        case 'broken':
          return answer(500, { error: { code: 'internal', message: 'Something broke' } });
        case 'says nothing of a message':
          take();
          return answer(200, { ok: true });
        case 'answers in HTML':
          take();
          return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
        case 'never answers':
          return take();
        case 'takes and drops the line':
          take();
          return request.socket.destroy();
        case 'breaks off its answer':
          take();
          response.writeHead(201, { 'content-length': '100' }).write('{"id":"SM');
          return setTimeout(() => request.socket.destroy(), 20);
      }
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/messages`;
  }

  will(to: string, ...moods: Mood[]): void {
    this.moods.set(to, moods);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
