import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NameIndex, plainCompanyName } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { sanctionsInFile } from './sanction-file.js';
import { NoSuchMatch, NotTellable, SanctionListNotRight, SettledAsSame } from './sanctions.errors.js';
import type { SanctionList, SanctionSettlement } from './sanctions.view.js';

export interface CompanyLookedFor {
  companyName: string;
  registrationNumber?: string | null;
  country?: string | null;
}

export interface SanctionMatch {
  list: string;
  /** The name on the list that was found. */
  entry: string;
  detail: string | null;
  match: 'exact' | 'possible';
  /** Null while no person has said whether it is the same. */
  settled: SanctionSettlement | null;
}

interface Entry {
  list: string;
  names: string[];
  detail: string | null;
}

const inForce = `select id, name, entries, sha256, imported_at as "importedAt", imported_by as "importedBy" from sanction_list where is_in_force order by name`;

/** Lists of sanctions, and who may be on them. */
@Injectable()
export class Sanctions {
  private known: { key: string; index: Promise<NameIndex<Entry>> } | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  lists(): Promise<SanctionList[]> {
    return this.sql.rows<SanctionList>(inForce);
  }

  /** Puts a list in the place of the one of its name. */
  async import(name: string, text: string): Promise<SanctionList> {
    const called = name.trim();
    if (called === '') throw new SanctionListNotRight('Give the list a name: the next one of it takes its place.');
    const entries = sanctionsInFile(text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return this.sql.transaction(async (client) => {
      const before = await client.query(
        'update sanction_list set is_in_force = false where name = $1 and is_in_force returning id, entries',
        [called],
      );
      await client.query('delete from sanction_entry where list_id = any($1)', [before.rows.map(({ id }) => id)]);
      const { rows } = await client.query<SanctionList>(
        `insert into sanction_list (name, sha256, entries, imported_at, imported_by) values ($1, $2, $3, $4, $5)
         returning id, name, entries, sha256, imported_at as "importedAt", imported_by as "importedBy"`,
        [called, sha256, entries.length, this.clock.now(), caller().name],
      );
      const list = rows[0] as SanctionList;
      await client.query(
        `insert into sanction_entry (list_id, place, names, detail)
         select $1, place, array(select jsonb_array_elements_text(e -> 'names')), e ->> 'detail' from jsonb_array_elements($2::jsonb) with ordinality as t (e, place)`,
        [list.id, JSON.stringify(entries)],
      );
      await this.audit.record(client, {
        action: 'imported a list of sanctions',
        subjectType: 'sanctions',
        subjectId: called,
        before: { entries: before.rows[0]?.entries ?? 0 },
        after: { entries: entries.length },
        details: { sha256 },
      });
      return list;
    });
  }

  /** Who on the lists is or may be this company; exact ones first. */
  async matches(of: CompanyLookedFor): Promise<SanctionMatch[]> {
    const index = await this.index();
    if (!index) return [];
    const found = index.matches(of.companyName);
    if (found.length === 0) return [];
    const settled = await this.sql.rows<SanctionSettlement & { detail: string }>(
      `select entry, detail, is_same as "isSame", reason, settled_by as "settledBy", settled_at as "settledAt" from sanction_settlement
        where company = $1 and entry = any($2) order by is_same desc`,
      [companyKey(of), found.map(({ name }) => plainCompanyName(name))],
    );
    return found.map(({ of: entry, name, match }) => ({
      ...{ list: entry.list, entry: name, detail: entry.detail, match },
      // Whoever is on a list stays so, whatever the next list says of it; let off is one company, by its number, one entry alone.
      settled:
        settled.find(
          (each) =>
            each.entry === plainCompanyName(name) &&
            (each.isSame || (hasNumber(of) && each.detail === (entry.detail ?? ''))),
        ) ?? null,
    }));
  }

  /** A person says whether it is the same; the next vetting goes by it. */
  async settle(
    of: CompanyLookedFor & { entry: string; isSame: boolean; reason: string; detail?: string | null },
  ): Promise<SanctionSettlement> {
    const match = (await this.matches(of)).find(
      ({ entry, detail }) => entry === of.entry && (of.detail === undefined || (of.detail ?? '') === (detail ?? '')),
    );
    if (!match) throw new NoSuchMatch(of.companyName, of.entry);
    // Who is on a list is let off it by two people, as any decline is.
    if (match.settled?.isSame && !of.isSame) throw new SettledAsSame(of.entry, match.settled.settledBy);
    if (!of.isSame && !hasNumber(of)) throw new NotTellable(of.companyName);
    const settled = { ...of, settledBy: caller().name, settledAt: this.clock.now() };
    return this.sql.transaction(async (client) => {
      await client.query(
        `insert into sanction_settlement (company, entry, is_same, reason, settled_by, settled_at, detail) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (company, entry, detail) do update set is_same = excluded.is_same, reason = excluded.reason, settled_by = excluded.settled_by, settled_at = excluded.settled_at`,
        [
          companyKey(of),
          plainCompanyName(of.entry),
          of.isSame,
          of.reason,
          settled.settledBy,
          settled.settledAt,
          match.detail ?? '',
        ],
      );
      await this.audit.record(client, {
        action: 'settled a match on a list of sanctions',
        subjectType: 'sanctions',
        subjectId: match.list,
        before: { isSame: match.settled?.isSame ?? null },
        after: { isSame: of.isSame },
        reason: of.reason,
        details: {
          ...{ company: of.companyName, registrationNumber: of.registrationNumber, country: of.country },
          entry: of.entry,
        },
      });
      return settled;
    });
  }

  /** In memory until another list is imported; null without one. */
  private async index(): Promise<NameIndex<Entry> | null> {
    const lists = await this.sql.rows<{ id: number; name: string }>(
      'select id, name from sanction_list where is_in_force order by id',
    );
    if (lists.length === 0) return null;
    const key = lists.map(({ id }) => id).join(' ');
    if (this.known?.key !== key) {
      const index = this.entries(lists);
      this.known = { key, index };
      index.catch(() => {
        this.known = null;
      });
    }
    return this.known.index;
  }

  private async entries(lists: readonly { id: number; name: string }[]): Promise<NameIndex<Entry>> {
    const names = new Map(lists.map(({ id, name }) => [id, name]));
    const rows = await this.sql.rows<{ listId: number; names: string[]; detail: string | null }>(
      'select list_id as "listId", names, detail from sanction_entry where list_id = any($1) order by list_id, place',
      [lists.map(({ id }) => id)],
    );
    return new NameIndex(
      rows.map(({ listId, ...row }) => ({ of: { ...row, list: names.get(listId) ?? '' }, names: row.names })),
    );
  }
}

const plainNumber = (number: string | null | undefined) => (number ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
/** By its name alone nobody can tell a company from another one called so. */
const hasNumber = ({ registrationNumber }: CompanyLookedFor) => plainNumber(registrationNumber) !== '';

/** By its number where it has one: names change. */
const companyKey = ({ companyName, registrationNumber, country }: CompanyLookedFor): string => {
  const number = plainNumber(registrationNumber);
  return number === '' ? plainCompanyName(companyName) : `${country?.trim().toUpperCase() ?? ''} ${number}`;
};
