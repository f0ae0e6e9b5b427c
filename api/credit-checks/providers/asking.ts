import { countInWords } from '../../../analytics/index.js';
import { withoutPersonalData } from '../personal-data.js';
import { NotKnownThere, ProviderFailed } from './provider.js';

/** A report is some hundred kilobytes. */
const MOST_BYTES = 10_000_000;
/** How often a provider that is asked too much is asked again, and how long we wait when it does not say. */
const waits = [500, 1_000, 2_000];

/**
 * One request at a provider, over as many questions as it takes, within one span of time. Whatever goes wrong is a
 * sentence; what is answered has lost the data of people that we do not keep.
 */
export class Asking {
  private readonly until: number;
  private readonly signal: AbortSignal;

  constructor(
    private readonly title: string,
    private readonly seconds: number,
  ) {
    this.until = performance.now() + seconds * 1000;
    this.signal = AbortSignal.timeout(seconds * 1000);
  }

  /** The answer; null where the provider has nothing at this address. */
  async json(url: string, request: RequestInit = {}): Promise<unknown> {
    for (const wait of [...waits, null]) {
      const response = await this.fetch(url, request);
      if (response.status !== 429) return this.read(response);
      await response.body?.cancel();
      await this.pause(afterHeader(response.headers) ?? wait ?? 0, wait === null);
    }
    throw new Error('the last wait throws');
  }

  /** Gives up, in a sentence. */
  fail(sentence: string): never {
    throw new ProviderFailed(`${this.title} ${sentence}`);
  }

  /** Ends without a report, in a sentence: what was answered is that there is none. */
  unknown(sentence: string): never {
    throw new NotKnownThere(`${this.title} ${sentence}`);
  }

  private async fetch(url: string, request: RequestInit): Promise<Response> {
    try {
      // A redirect would take our key elsewhere.
      return await fetch(url, { ...request, signal: this.signal, redirect: 'error' });
    } catch {
      return this.lost();
    }
  }

  private lost(): never {
    if (this.signal.aborted)
      this.fail(`did not answer within ${countInWords(this.seconds, 'second')}. Ask again later.`);
    this.fail('cannot be reached. See that this machine may reach it, and ask again.');
  }

  private async read(response: Response): Promise<unknown> {
    const { status } = response;
    if (status === 200)
      return withoutPersonalData(this.parsed(await this.text(response)) ?? this.fail('answered without a report.'));
    await response.body?.cancel();
    if (status === 404) return null;
    if (status === 401 || status === 403)
      this.fail('does not let us in. Have whoever runs Goodstanding look at the key, and at what the contract covers.');
    if (status >= 500) this.fail(`is out of order (${status}). Ask again later.`);
    return this.fail(`refused the question (${status}).`);
  }

  private async text(response: Response): Promise<string> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const part of response.body ?? []) {
        bytes += part.length;
        if (bytes > MOST_BYTES) break;
        parts.push(part);
      }
    } catch {
      if (this.signal.aborted) this.lost();
      this.fail('broke off in the middle of its answer. Ask again.');
    }
    if (bytes > MOST_BYTES) this.fail('answered with more than a report can be.');
    return Buffer.concat(parts).toString('utf8');
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.fail('answered with something that is not whole JSON. Ask again; if it stays so, tell the provider.');
    }
  }

  private async pause(milliseconds: number, isLast: boolean): Promise<void> {
    if (isLast || performance.now() + milliseconds > this.until)
      this.fail(
        `is asked too much just now${milliseconds >= 1000 ? ` and wants us to wait ${countInWords(Math.ceil(milliseconds / 1000), 'second')}` : ''}. Ask again later.`,
      );
    await new Promise((resume) => setTimeout(resume, milliseconds));
  }
}

/** Retry-After is a number of seconds, or a day and time, which we set against the time the provider says it is. */
function afterHeader(headers: Headers): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
