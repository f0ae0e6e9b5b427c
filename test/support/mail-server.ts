import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from './certificates.js';

/** What the server does with the next message for an address: take it, refuse it, or drop the line while it is sent. */
type Mood = 'take' | 'later' | 'refuse' | 'refuse recipient' | 'drop' | 'take and drop';

const answers = { later: [451, 'Greylisted, try again'], refuse: [554, 'We think this is spam'] } as const;

/** A real mail server on a free port, with moods. */
export class MailServer {
  readonly received: Email[] = [];
  /** Each message as it came over the line. */
  readonly asSent: string[] = [];
  readonly attempts: string[] = [];
  /** Whether each message came over TLS. */
  readonly wasEncrypted: boolean[] = [];
  private readonly senders = new Map<string, string>();
  private readonly moods = new Map<string, Mood[]>();
  private readonly server: SMTPServer;

  constructor(options: { password?: string; certificate?: Certificate } = {}) {
    const withoutTls = options.certificate ? [] : ['STARTTLS'];
    this.server = new SMTPServer({
      ...options.certificate,
      disabledCommands: options.password ? withoutTls : [...withoutTls, 'AUTH'],
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        auth.password === options.password ? done(null, { user: 'us' }) : done(new Error('Wrong password')),
      onRcptTo: ({ address }, _session, done) =>
        this.moods.get(address)?.[0] === 'refuse recipient'
          ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }))
          : done(),
      onData: (stream, session, done) => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const mood = this.moods.get(address)?.shift() ?? 'take';
        this.attempts.push(address);
        this.wasEncrypted.push(session.secure);
        this.senders.set(address, (session.envelope.mailFrom || { address: '' }).address);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (mood === 'drop') this.dropLine();
        });
        stream.on('end', async () => {
          if (mood === 'later' || mood === 'refuse') {
            const [responseCode, text] = answers[mood];
            done(Object.assign(new Error(text), { responseCode }));
            return;
          }
          const whole = Buffer.concat(chunks);
          this.asSent.push(whole.toString('latin1'));
          this.received.push(await PostalMime.parse(whole));
          if (mood === 'take and drop') this.dropLine();
          else done();
        });
      },
    });
    this.server.on('error', () => {}); // a line that we dropped ourselves
  }

  async listen(port = 0, host = '127.0.0.1'): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(port, host, resolve));
    return (this.server.server.address() as AddressInfo).port;
  }

  /** What it will do with the coming messages for an address, one after the other; afterwards it takes them. */
  will(address: string, ...moods: Mood[]): void {
    this.moods.set(address, moods);
  }

  receivedFor(address: string): Email[] {
    return this.received.filter(({ to }) => to?.some((each) => each.address === address));
  }

  /** Where it would report what it cannot deliver to an address. */
  senderFor(address: string): string | undefined {
    return this.senders.get(address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private dropLine(): void {
    for (const connection of (this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> })
      .connections) {
      connection._socket.destroy();
    }
  }
}
