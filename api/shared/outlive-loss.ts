import type { EventEmitter } from 'node:events';

/**
 * For every connection, as soon as it is there. One that is lost while nobody asks anything over it, as between being
 * opened and being handed over, says so to whoever listens; where nobody does, Node ends the program. Whoever asks over it
 * next is told that it is gone.
 */
export function outliveLoss(client: EventEmitter): void {
  client.on('error', () => {});
}
