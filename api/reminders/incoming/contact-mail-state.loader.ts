import { Injectable } from '@nestjs/common';
import { Loader } from '../../shared/loader.js';
import { Sql } from '../../shared/sql.js';
import type { ContactMailState } from './incoming-mail.view.js';

interface Of {
  customerId: number;
  address: string;
}

@Injectable()
export class ContactMailStateLoader extends Loader<ContactMailState | null, undefined, Of> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(keys: readonly Of[]): Promise<(ContactMailState | null)[]> {
    const rows = await this.sql.prepared<Of & { state: ContactMailState }>(
      `select m.customer_id as "customerId", m.address, m.state from unnest($1::bigint[], $2::text[]) as k (customer_id, address)
         join contact_mail_state m on m.customer_id = k.customer_id and m.address = k.address`,
      [keys.map(({ customerId }) => customerId), keys.map(({ address }) => address)],
    );
    const states = new Map(rows.map(({ customerId, address, state }) => [`${customerId} ${address}`, state]));
    return keys.map(({ customerId, address }) => states.get(`${customerId} ${address}`) ?? null);
  }
}
