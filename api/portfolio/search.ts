import { Injectable } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { begins, holds, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { SearchArgs, type SearchHit, SearchKind, SearchPage, SearchSort } from './search.view.js';

const sorts = { [SearchSort.NEAREST]: 'h.place || h.lowered', [SearchSort.TITLE]: 'h.lowered' };

@Injectable()
export class SearchService {
  constructor(private readonly sql: Sql) {}

  /** Customers by any part of name or number, those that begin with it first; invoices by how their number begins. */
  async search({ text, filter = {}, ...args }: SearchArgs): Promise<Page<SearchHit>> {
    const wanted = text.trim().slice(0, 100);
    const values = new Values();
    const [$holds, $begins] = [values.add(holds(wanted)), values.add(begins(wanted))];
    const sources = {
      [SearchKind.CUSTOMER]: `select 'customer' as kind, id, name as title, number as detail, id as customer_id, id * 2 as key, lower(name) as lowered,
               case when name ilike ${$begins} or number ilike ${$begins} then '1' else '2' end as place
          from customer where name ilike ${$holds} or number ilike ${$holds}`,
      [SearchKind.INVOICE]: `select 'invoice', i.id, i.number, c.name, c.id, i.id * 2 + 1, lower(i.number), '3'
          from invoice i join customer c on c.id = i.customer_id where i.number like ${$begins}`,
    };
    return listOf<SearchHit>(this.sql, {
      select: 'h.kind, h.id, h.title, h.detail, h.customer_id as "customerId"',
      from: `(${Object.values(sources).join(' union all ')}) h`,
      where: [wanted === '' && 'false', filter.kind !== undefined && `h.kind = ${values.add(filter.kind)}`],
      values,
      sort: { by: sorts[args.sort], type: 'text' },
      key: 'h.key',
      direction: args.direction,
      page: args,
    });
  }
}

@Resolver()
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Allow('ledger.read')
  @Query(() => SearchPage, { description: 'Customers and invoices by name or number.' })
  search(@Args() args: SearchArgs): Promise<Page<SearchHit>> {
    return this.service.search(args);
  }
}
