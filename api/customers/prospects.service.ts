import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import type { EntityType } from './customer.entity.js';

/** A company as somebody names it who has not sold to it yet. */
export interface ProspectNamed {
  companyName: string;
  registrationNumber: string | null;
  country: string | null;
  entityType: EntityType | string;
  currency: string;
}

/** Finds the company that somebody names, or makes it a prospect. */
@Injectable()
export class Prospects {
  constructor(private readonly clock: Clock) {}

  /** Its key. Two people who name the same one at once make one customer. */
  async knownOrNew(client: pg.ClientBase, of: ProspectNamed): Promise<number> {
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [
      locks.vetting,
      of.registrationNumber?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') ?? of.companyName.toLowerCase(),
    ]);
    return (await this.known(client, of)) ?? (await this.made(client, of));
  }

  /** The same company by its number in the register, or the same prospect by its name. */
  async known(client: pg.ClientBase, of: Omit<ProspectNamed, 'entityType' | 'currency'>): Promise<number | undefined> {
    const { rows } = await client.query(
      `select id from customer where ($1::text is not null and upper(regexp_replace(registration_number, '[^[:alnum:]]', '', 'g')) = upper(regexp_replace($1, '[^[:alnum:]]', '', 'g')) and country is not distinct from $2)
           or ($1::text is null and stage = 'prospect' and lower(name) = lower($3)) order by id limit 1`,
      [of.registrationNumber, of.country, of.companyName],
    );
    return rows[0]?.id;
  }

  private async made(client: pg.ClientBase, of: ProspectNamed): Promise<number> {
    const { seesOnlyOwn, personId } = caller();
    const { rows } = await client.query(
      `insert into customer (number, name, stage, entity_type, country, currency, registration_number, known_at, owner_id)
       values ('prospect-' || gen_random_uuid(), $1, 'prospect', $2, $3, $4, $5, $6, $7) returning id`,
      [
        of.companyName,
        of.entityType,
        of.country,
        of.currency,
        of.registrationNumber,
        this.clock.now(),
        seesOnlyOwn ? personId : null, // whoever made it sees it
      ],
    );
    const id: number = rows[0].id;
    await client.query(`update customer set number = 'P' || lpad(id::text, 6, '0') where id = $1`, [id]);
    return id;
  }
}
