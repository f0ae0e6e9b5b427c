import { setImmediate } from 'node:timers/promises';
import type { Step, Steps } from '../../analytics/index.js';

/** For so long at a time, in milliseconds, others wait. */
const atATime = 25;

/** Does long work in small parts, so that the program answers in between, and says now and then how far it is. */
export async function unhurried<Result>(steps: Steps<Result>, onProgress?: (line: string) => void): Promise<Result> {
  for (let began = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < atATime) continue;
    onProgress?.(inWords(value));
    await setImmediate();
    began = performance.now();
  }
}

const inWords = ({ doing, done, of }: Step) => `${doing}: ${done}${of > 0 ? ` of ${of}` : ''} …`;
