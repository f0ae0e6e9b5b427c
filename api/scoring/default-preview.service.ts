import { Injectable } from '@nestjs/common';
import { BookService } from '../ledger/book.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { Sql } from '../shared/sql.js';
import type { DefaultDefinitionInput } from './defaults.inputs.js';
import { DefaultCause, type DefaultPreview } from './defaults.view.js';
import { metDefinition } from './met-definition.js';

/** Tries a definition of default on the book before anybody asks for it: nothing is written. */
@Injectable()
export class DefaultPreviews {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
    private readonly book: BookService,
  ) {}

  async of(input: DefaultDefinitionInput): Promise<DefaultPreview> {
    const asOf = (await this.book.book()).suggestedAsOf;
    const rates = await this.rates.on(asOf);
    const definition = { ...input, validOn: input.validOn ?? asOf };
    const found = await this.sql.connection((client) => metDefinition(client, definition, asOf, rates));
    const counted = await this.sql.rows<{ customerId: number }>(
      'select distinct customer_id as "customerId" from default_event',
    );
    const is = new Set(found.map(({ customerId }) => customerId));
    const was = new Set(counted.map(({ customerId }) => customerId));
    return {
      asOf,
      customers: is.size,
      added: [...is].filter((id) => !was.has(id)).length,
      gone: [...was].filter((id) => !is.has(id)).length,
      causes: Object.values(DefaultCause).map((cause) => ({
        cause,
        customers: found.filter((event) => event.cause === cause).length,
      })),
    };
  }
}
