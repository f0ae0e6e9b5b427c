import { Injectable } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { begins, holds } from '../shared/list.js';
import { Sql } from '../shared/sql.js';

@ObjectType({ description: 'Something whose name or number matches.' })
export class SearchHit {
  @Field(() => String, { description: 'customer or invoice.' })
  kind: string;

  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => String, { description: 'Name of the customer or number of the invoice.' })
  title: string;

  @Field(() => String, { description: 'Number of the customer, or whose invoice it is.' })
  detail: string;

  @Field(() => ID, { description: 'The customer.' })
  customerId: number;
}

@Injectable()
export class SearchService {
  constructor(private readonly sql: Sql) {}

  /** Customers by any part of name or number, those that begin with it first; invoices by how their number begins. */
  async search(text: string, first: number): Promise<SearchHit[]> {
    const wanted = text.trim().slice(0, 100);
    if (wanted === '') return [];
    const size = Math.min(Math.max(first, 1), 50);
    const customers = await this.sql.rows<SearchHit>(
      `select 'customer' as kind, id, name as title, number as detail, id as "customerId" from customer
        where name ilike $1 or number ilike $1 order by (name ilike $2 or number ilike $2) desc, lower(name), id limit $3`,
      [holds(wanted), begins(wanted), size],
    );
    const invoices = await this.sql.rows<SearchHit>(
      `select 'invoice' as kind, i.id, i.number as title, c.name as detail, c.id as "customerId"
         from invoice i join customer c on c.id = i.customer_id where i.number like $1 order by i.number, i.id limit $2`,
      [begins(wanted), size],
    );
    // Both kinds get a place when both match.
    const half = Math.ceil(size / 2);
    const kept = customers.slice(0, Math.max(half, size - invoices.length));
    return [...kept, ...invoices.slice(0, size - kept.length)];
  }
}

@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Allow('ledger.read')
  @Query(() => [SearchHit], { description: 'Customers and invoices by name or number.' })
  search(
    @Args('text', { description: 'What to look for.' }) text: string,
    @Args('first', { type: () => Int, defaultValue: 8, description: 'How many: 1 to 50.' }) first: number,
  ): Promise<SearchHit[]> {
    return this.service.search(text, first);
  }
}
