import { Injectable } from '@nestjs/common';
import { amountInWords, countInWords, dayInWords, plainName, plainNameMatch } from '../../analytics/index.js';
import { CreditChecks } from '../credit-checks/credit-checks.service.js';
import type { CreditCheckRow } from '../credit-checks/keep-credit-check.js';
import { openItems, unappliedCredits } from '../ledger/open-items.js';
import { RatesService } from '../ledger/rates.service.js';
import { Sanctions } from '../sanctions/sanctions.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { Application } from './application.js';
import { type Finding, STRIKE_OFF } from './findings.js';
import { ProviderFindings } from './provider-findings.service.js';

interface OwnCustomerRow {
  id: number;
  number: string;
  name: string;
  stage: string;
  parentId: number | null;
  grade: string | null;
  invoices: number | null;
  isSameNumber: boolean;
}

interface OwnCustomer extends OwnCustomerRow {
  /** How its name is like that of the applicant. */
  match: ReturnType<typeof plainNameMatch>;
}

/** What the checks that run by themselves found, and what follows from our own book. */
export interface Found {
  findings: Finding[];
  isKnown: boolean;
  /** What the group of the applicant owes us already, in the currency of the contract; 0 when it has none. */
  groupExposureMinor: number;
}

const customerColumns = `c.id, c.number, c.name, c.stage, c.parent_id as "parentId", s.grade, s.invoices`;
/** Of the customers asked for alone a score is looked up. */
const scored = (customers: string) =>
  `${customers} c left join score s on s.customer_id = c.id and s.superseded_on is null`;
const withScore = scored('customer');

/** How a name begins, so that the index serves whatever is asked. */
const between = (from: string, to: string) => `lower(c.name) ~>=~ ${from}::text and lower(c.name) ~<~ ${to}::text`;
/** All but the last word, which is mostly the legal form; of many such names those of like length are nearest. */
const mostOf = (name: string) => {
  const words = name.trim().toLowerCase().split(/\s+/);
  return words.slice(0, Math.max(1, words.length - 1)).join(' ') || null;
};
const upTo = (begins: string | null) => (begins === null ? null : `${begins}\u{10FFFF}`);

/** The checks that nobody has to ask for: our own book, the lists of sanctions, the register, and who did not answer. */
@Injectable()
export class Findings {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly sanctions: Sanctions,
    private readonly checks: CreditChecks,
    private readonly providers: ProviderFindings,
  ) {}

  /** `customerId` of whom we know it to be; null where nobody was found. */
  async about(of: Application, check: CreditCheckRow | null, customerId: number | null): Promise<Found> {
    const own = await this.ownCustomers(of, customerId);
    const same =
      own.find(({ isSameNumber }) => isSameNumber) ??
      own.find(({ match, stage }) => stage === 'prospect' && match === 'exact');
    const group = await this.group(of, same);
    return {
      isKnown: same?.stage === 'active',
      groupExposureMinor: group.minor,
      findings: [
        ...(await this.onLists(of)),
        ...identity(of, same),
        ...fromRegister(check),
        ...(same ? await this.fromOthers(same.id, check) : []),
        ...(same ? await this.providers.about(same.id, of, check) : []),
        ...(same?.stage === 'active' ? [ownCustomer(same)] : []),
        ...likeNames(own, same),
        ...group.findings,
      ],
    };
  }

  /** By number in the register, and by how the name begins. */
  private async ownCustomers(
    { companyName, registrationNumber, country }: Application,
    customerId: number | null,
  ): Promise<OwnCustomer[]> {
    const [first = ''] = companyName.trim().toLowerCase().split(/\s+/);
    const begins = first.length < 2 ? null : first;
    const most = mostOf(companyName);
    const rows = await this.sql.prepared<OwnCustomerRow>(
      `select ${customerColumns}, true as "isSameNumber" from ${withScore}
        where c.id = $4
       union all select ${customerColumns}, true from ${withScore}
        where c.registration_number is not null and upper(regexp_replace(c.registration_number, '[^[:alnum:]]', '', 'g')) = upper(regexp_replace($1, '[^[:alnum:]]', '', 'g')) and c.country is not distinct from $2
       union all select ${customerColumns}, false from ${scored(`(select * from customer c where ${between('$3', '$5')} order by c.id limit 200)`)}
       union all select ${customerColumns}, false from ${scored(`(select * from customer c where ${between('$6', '$7')} order by abs(length(c.name) - $8), c.id limit 200)`)}`,
      [registrationNumber, country, begins, customerId, upTo(begins), most, upTo(most), companyName.length],
    );
    const applicant = plainName(companyName);
    // Of one found in more than one way the first stands: by its number.
    const own = new Map<number, OwnCustomer>();
    for (const row of rows)
      if (!own.has(row.id)) own.set(row.id, { ...row, match: plainNameMatch(plainName(row.name), applicant) });
    return [...own.values()].filter(({ isSameNumber, match }) => isSameNumber || match !== null);
  }

  private async onLists(of: Application): Promise<Finding[]> {
    const matches = await this.sanctions.matches(of);
    return matches.map(({ list, entry, detail, match, settled }): Finding => {
      const who = `“${entry}”${detail ? ` (${detail})` : ''} on the list ${list}`;
      if (settled?.isSame)
        return {
          rule: 'sanctions',
          weight: 'decline',
          sentence: `It is ${who}: ${settled.settledBy} says so. Nothing may be supplied.`,
        };
      if (settled)
        return {
          rule: 'sanctions',
          weight: 'note',
          sentence: `It is not ${who}: ${settled.settledBy} says so (${settled.reason}).`,
        };
      const how = match === 'exact' ? 'Its name is that of' : 'Its name is like that of';
      return {
        rule: 'sanctions',
        weight: 'refer',
        sentence: `${how} ${who}. A person has to say whether it is the same.`,
        entry,
        detail,
      };
    });
  }

  /** What decides by itself in the newest report of each other provider; who may not read them is told that there is something. */
  private async fromOthers(customerId: number, check: CreditCheckRow | null): Promise<Finding[]> {
    const rows = await this.sql.prepared<{ id: number }>(
      `select id from (select distinct on (provider) id, report from credit_check where customer_id = $1
                        order by provider, reported_on desc, received_at desc, id desc) newest
        where id is distinct from $2 and (report -> 'isActive' = 'false' or report -> 'isInsolvent' = 'true' or report -> 'notes' ? $3) order by id`,
      [customerId, check?.id ?? null, STRIKE_OFF],
    );
    if (rows.length > 0 && !caller().may('credit-checks.read')) return [unread];
    const others = await Promise.all(rows.map(({ id }) => this.checks.read(String(id))));
    return others.flatMap((other) => [...fromRegister(other), ...insolvency(other)]);
  }

  /** The parent and all below it: what they owe us counts against what we give the next of them. */
  private async group(
    { parentName, currency, isRenewal }: Application,
    same: OwnCustomer | undefined,
  ): Promise<{ minor: number; findings: Finding[] }> {
    const parentId = same?.parentId ?? (parentName ? await this.parentCalled(parentName) : null);
    const root = parentId ?? (same?.stage === 'active' ? same.id : null);
    if (root === null) return { minor: 0, findings: [] };
    const today = this.clock.today();
    const rows = await this.sql.rows<{ currency: string; minor: number; ownMinor: number; members: number }>(
      `with members as (select array(select $2::bigint union select id from customer where parent_id = $2) as ids)
       select currency, sum(minor) as minor, coalesce(sum(minor) filter (where customer_id = $3), 0) as "ownMinor", (select cardinality(ids) from members) as members from (
         select o.customer_id, o.currency, o.open_minor as minor from (${openItems(today, today)}) o where o.customer_id = any((select ids from members)::bigint[])
         union all select u.customer_id, u.currency, -u.unapplied_minor from (${unappliedCredits}) u where u.customer_id = any((select ids from members)::bigint[])
         union all select c.id, c.currency, -c.deposit_held_minor from customer c where c.id = any((select ids from members)::bigint[])) owed group by 1`,
      [today, root, same?.id ?? null],
    );
    const { factors } = await this.rates.on(today);
    // What is owed in the currency of the contract needs no rate.
    const to = factors.get(currency);
    const rateOf = (of: string) => (of === currency ? 1 : to && (factors.get(of) ?? 0) / to) || null;
    const inContracts = (minorOf: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + minorOf(row) * (rateOf(row.currency) ?? 0), 0);
    const untold = rows.filter((row) => row.minor !== 0 && rateOf(row.currency) === null);
    if (untold.length > 0) {
      const owed = untold.map(({ currency: of, minor }) => amountInWords(minor, of)).join(', ');
      const sentence = `What we are owed already (${owed}) has no exchange rate to ${currency}: enter it in the settings, and vet it again.`;
      return { minor: 0, findings: [{ rule: 'group', weight: 'refer', sentence }] };
    }
    const ownMinor = isRenewal
      ? Math.max(
          0,
          inContracts((row) => row.ownMinor),
        )
      : 0;
    const minor = Math.max(0, Math.round(inContracts((row) => row.minor) - ownMinor));
    const members = rows[0]?.members ?? 1;
    if (members < 2 || minor === 0) return { minor, findings: [] };
    const others = isRenewal ? 'The rest of its group' : 'Its group';
    const sentence = `${others} (${countInWords(isRenewal ? members - 1 : members, 'customer')} of ours) owes ${amountInWords(minor, currency)}: what we give it is less by that.`;
    return { minor, findings: [{ rule: 'group', weight: 'note', sentence }] };
  }

  private async parentCalled(name: string): Promise<number | null> {
    const [first = ''] = name.trim().toLowerCase().split(/\s+/);
    const most = mostOf(name);
    const rows = await this.sql.prepared<{ id: number; name: string; parentId: number | null }>(
      `(select id, name, parent_id as "parentId" from customer c where ${between('$3', '$4')} order by abs(length(name) - $5), id limit 200)
       union all (select id, name, parent_id from customer c where ${between('$1', '$2')} order by id limit 200)`,
      [first, upTo(first), most, upTo(most), name.length],
    );
    const called = plainName(name);
    const parent = rows.find((row) => plainNameMatch(plainName(row.name), called) === 'exact');
    return parent ? (parent.parentId ?? parent.id) : null;
  }
}

function fromRegister(check: CreditCheckRow | null): Finding[] {
  if (check?.report.isActive === false)
    return [{ rule: 'closed', weight: 'decline', sentence: 'The register has it as dissolved or closed.' }];
  return check?.report.notes.includes(STRIKE_OFF)
    ? [{ rule: 'strike-off', weight: 'decline', sentence: STRIKE_OFF }]
    : [];
}

const unread: Finding = {
  rule: 'unread',
  weight: 'refer',
  sentence:
    'What a credit check says decides here, and whoever asks may not read it. Have it vetted by somebody who may.',
};

/** Of the check that everything stands on it is a figure of the application. */
const insolvency = ({ report, reportedOn, provider }: CreditCheckRow): Finding[] =>
  report.isInsolvent === true
    ? [
        {
          rule: 'insolvency',
          weight: 'decline',
          sentence: `The credit check of ${dayInWords(reportedOn)} (${provider}) tells of an insolvency procedure.`,
        },
      ]
    : [];

/** A number of another company, by chance or not. Who applies is not named: the name stands in the application, where it can be erased. */
const identity = ({ registrationNumber }: Application, same: OwnCustomer | undefined): Finding[] =>
  same?.isSameNumber && registrationNumber !== null && same.match === null
    ? [
        {
          rule: 'identity',
          weight: 'refer',
          sentence: `The registration number ${registrationNumber} is that of ${same.name}, ${same.number} in our book, which is not called so. See whether it is the same under another name.`,
        },
      ]
    : [];

const ownCustomer = ({ number, grade, invoices }: OwnCustomer): Finding => ({
  rule: 'own customer',
  weight: 'note',
  sentence: `It is our customer ${number}${grade ? `: grade ${grade} by ${countInWords(invoices ?? 0, 'invoice')} of its own` : ', not scored yet'}.`,
});

function likeNames(own: readonly OwnCustomer[], same: OwnCustomer | undefined): Finding[] {
  const others = own.filter(({ id, stage }) => id !== same?.id && stage !== 'prospect');
  if (others.length === 0) return [];
  const named = others.slice(0, 3).map(({ name, number }) => `${name} (${number})`);
  const is = others.some(({ match }) => match === 'exact') ? 'the same name' : 'a like name';
  return [
    {
      rule: 'like name',
      weight: 'note',
      sentence: `${countInWords(others.length, 'customer')} of ours ${others.length === 1 ? 'has' : 'have'} ${is}: ${named.join(', ')}. See that it is not the same before there are two.`,
    },
  ];
}
