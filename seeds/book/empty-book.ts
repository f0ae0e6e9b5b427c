import type pg from 'pg';
import { Refusal } from '../../api/shared/refusal.js';

export class BookNotEmpty extends Refusal {
  readonly code = 'BOOK_NOT_EMPTY';

  constructor() {
    super('The book already has customers. An invented book goes into an empty one only: use another database.');
  }
}

/** An invented book gives out its own keys, and must never mix with a real one. */
export async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query('select exists (select from customer) as found');
  if (rows[0].found) throw new BookNotEmpty();
}
