import fs from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import { PersonRole } from '../../api/auth/person.entity.js';
import { ProgramSql } from '../../api/shared/sql.js';
import type { Asker } from '../support/asker.js';
import { around, type Firm, firmIn, goodInput, owing, readyFor } from '../support/good-input.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { type Product, startApi } from '../support/product.js';
import { argumentsWith, selection, textsOf } from '../support/schema-walk.js';

// Whatever somebody types into any field of the schema is kept as the text it is and shown as the same text, or refused
// with a sentence. Nothing of it is run, and nothing else changes.
let product: Product;
let admin: Asker;
let sql: ProgramSql;
let firm: Firm;
let bystander: number;
beforeAll(async () => {
  product = await startApi();
  admin = await product.as(PersonRole.ADMIN);
  sql = product.get(ProgramSql);
  firm = await firmIn(product);
  bystander = (await owing(product, 'Bystander')).id;
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "as it was" }) { state } }',
    {
      id: bystander,
    },
  );
});
afterAll(() => product.close());

type Field = GraphQLField<unknown, unknown>;
const fieldsOf = (kind: 'Query' | 'Mutation'): Field[] => {
  const { schema } = product.get(GraphQLSchemaHost);
  return Object.values(schema[`get${kind}Type`]()?.getFields() ?? {}) as Field[];
};

/** An address, and every fourth of them, another fourth at the next place: all are typed, and the story stays a minute. */
let places = 0;
function textsFor(): [string, string][] {
  places++;
  return Object.entries(hostileTexts).filter(([what], i) => what === 'is an address' || (i + places) % 4 === 0);
}

/** One field asked with a text at one place. */
function ask(asker: Asker, kind: 'query' | 'mutation', field: Field, place: string, text: string, given: object) {
  const values = argumentsWith(field, place, text, given as Record<string, unknown>);
  const args = field.args.filter(({ name }) => name in values);
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const below = selection(field.type, kind === 'query' ? 1 : 2);
  return asker.ask(`${kind} (${declared}) { ${field.name}(${passed})${below} }`, values);
}

interface Fingerprint {
  name: string;
  rows: string;
}

/** What every table holds, or what it holds about one customer. */
async function book(about?: number): Promise<Fingerprint[]> {
  const tables = await sql.rows<{ name: string; key: string | null }>(
    `select t.table_name as name, (select column_name from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = t.table_name
          and (c.column_name = 'customer_id' or t.table_name = 'customer' and c.column_name = 'id')) as key
       from information_schema.tables t where t.table_schema = 'public' and t.table_name not in ('sign_in_try', 'standing', 'migrations') order by 1`,
  );
  const parts = tables
    .filter(({ key }) => about === undefined || key !== null)
    .map(
      ({ name, key }) =>
        `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as rows from ${name} t ${about === undefined ? '' : `where ${key} = ${about}`}`,
    );
  return sql.rows<Fingerprint>(parts.join(' union all '));
}

const holdsText = (answer: unknown, text: string): boolean =>
  typeof answer === 'string'
    ? // The reason of an override stands behind its ground.
      answer === text || answer === text.trim() || answer.endsWith(`: ${text.trim()}`)
    : typeof answer === 'object' && answer !== null && Object.values(answer).some((each) => holdsText(each, text));

/** Beside the answer itself. */
const WHERE_IT_IS_SHOWN = `{ auditEntries(first: 2) { nodes { after reason details } }
  approvals(first: 1, sort: ASKED_AT, direction: DESC) { nodes { reason note } }
  creditApplications(first: 1, sort: CHANGED_AT, direction: DESC) { nodes { consentedBy } } }`;

const stable = (code: string) => /^[A-Z_]{5,}$/.test(code) && !/INTERNAL|UNREACHABLE/.test(code);

test('typed into any field of any question, they read nothing else and change nothing', async () => {
  const wrong: string[] = [];
  const before = await book();
  let asked = 0;
  for (const field of fieldsOf('Query')) {
    for (const place of textsOf(field)) {
      const given = { id: String(firm.customerId), customerId: String(firm.customerId), text: 'n' };
      const each = textsFor().map(async ([what, text]) => {
        const { data, errors } = await ask(product, 'query', field, place, text, given);
        asked++;
        const codes = errors?.map(({ extensions }) => extensions.code as string) ?? [];
        const found = data?.[field.name]?.totalCount ?? 0;
        if (!codes.every(stable) || found > 0) wrong.push(`${field.name} ${place} ${what}: ${codes} ${found}`);
      });
      await Promise.all(each);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(300);
  expect(await book()).toEqual(before);
}, 180_000);

test.each([['manager'], ['admin']])(
  'typed by the %s into any field of any change, they are kept and shown as text, or refused',
  async (role) => {
    const asker = role === 'admin' ? admin : product;
    const wrong: string[] = [];
    const accepted = new Set<string>();
    const others = await book(bystander);
    let before = await book();
    for (const field of fieldsOf('Mutation')) {
      for (const place of textsOf(field)) {
        for (const [what, typed] of textsFor()) {
          const text = around[`${field.name} ${place}`]?.(typed) ?? typed;
          const given = await goodInput(firm, field.name);
          if (field.name in readyFor) before = await book();
          const { data, errors } = await ask(asker, 'mutation', field, place, text, given);
          const codes = errors?.map(({ extensions }) => extensions.code as string) ?? [];
          if (codes.includes('FORBIDDEN')) break;
          const after = await book();
          const where = `${field.name} ${place} ${what}`;
          if (!codes.every(stable)) wrong.push(`${where}: ${errors?.[0]?.message}`);
          if (errors && !isDeepStrictEqual(after, before)) wrong.push(`${where}: refused, and changed`);
          if (!errors) {
            if (holdsText([data, await product.gql(WHERE_IT_IS_SHOWN)], text)) accepted.add(`${field.name} ${place}`);
            else wrong.push(`${where}: neither refused nor shown`);
          }
          before = after;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await book(bystander)).toEqual(others);
    const never = (role === 'admin' ? acceptedOfAdmin : acceptedOfManager).filter((place) => !accepted.has(place));
    expect(never).toEqual([]);
  },
  360_000,
);
const acceptedOfAdmin = [
  'addPerson input.name',
  'addWebhookEndpoint input.name',
  'changePerson input.reason',
  'compareReminderTemplate input.body',
  'compareReminderTemplate input.shortText',
  'compareReminderTemplate input.subject',
  'draftCampaign input.note',
  'draftCampaign input.steps.key',
  'endTemplateComparison input.reason',
  'keepProspectForm input.answers.text',
  'makeApiKey input.name',
  'setAuthority input.reason',
  'setExchangeRate input.source',
  'setReminderTemplate input.body',
  'setReminderTemplate input.shortText',
  'setReminderTemplate input.step',
  'setReminderTemplate input.subject',
  'setRetention input.reason',
  'submitProspectForm input.answers.text',
  'submitProspectForm input.consentedBy',
];
const acceptedOfManager = [
  'approve input.note',
  'askForScoreReview input.because',
  'compareReminderTemplate input.body',
  'compareReminderTemplate input.shortText',
  'compareReminderTemplate input.subject',
  'dismissHoldProposal input.note',
  'draftCampaign input.note',
  'draftCampaign input.steps.key',
  'draftPolicy input.reason',
  'draftPolicy input.settings.source',
  'drawUpContract input.supplier',
  'endTemplateComparison input.reason',
  'keepContact input.name',
  'keepContact input.postalAddress',
  'keepContact input.role',
  'keepCreditApplication input.answers.text',
  'keepProspectForm input.answers.text',
  'overrideDecline input.reason',
  'pauseReminders input.note',
  'putOrdersOnHold input.note',
  'receiveDeposit input.reason',
  'recordCall input.note',
  'refuseApproval input.note',
  'refusePromotion input.note',
  'releaseDeposit input.reason',
  'releaseHold input.note',
  'reviewScore input.reason',
  'sendCreditApplication input.supplier',
  'setBureauScale input.bands.label',
  'setBureauScale input.source',
  'setBureauScale input.title',
  'setClause input.body',
  'setClause input.source',
  'setClause input.title',
  'setCreditCheckReuse input.reason',
  'setCreditLimit input.reason',
  'setDefaultDefinition input.reason',
  'setDispute input.reason',
  'setExchangeRate input.source',
  'setOwner input.reason',
  'setReminderSending input.reason',
  'setReminderTemplate input.body',
  'setReminderTemplate input.shortText',
  'setReminderTemplate input.step',
  'setReminderTemplate input.subject',
  'setRetention input.reason',
  'settleSanctionMatch input.country',
  'settleSanctionMatch input.reason',
  'settleSanctionMatch input.registrationNumber',
  'submitProspectForm input.answers.text',
  'submitProspectForm input.consentedBy',
  'tellOfferOutcome input.note',
  'typeInCreditCheck input.from',
  'vet input.companyName',
  'vet input.parentName',
  'vet input.registrationNumber',
  'withdrawApproval input.note',
  'withdrawPromotion input.note',
  'writeOffInvoice input.reason',
  'writeToContactAgain input.reason',
];

test('nothing that was typed was run on the machine', () => {
  expect(fs.existsSync('/tmp/taken')).toBe(false);
});

test('the export of the audit holds no cell that a spreadsheet would run', async () => {
  const csv = await (await product.fetch('/audit/entries.csv')).text();
  expect(csv).toContain('HYPERLINK');
  expect(csv.match(/(^|,)"?[=+@]/gm)).toBeNull();
});
