import { type DefaultDefinition, type DefaultFacts, defaultEvents, defaultsNeeded } from './default-event.js';

const definition: DefaultDefinition = {
  from: '2020-01-01',
  daysPastDue: 90,
  floorMinor: 100_00,
  countsInsolvency: true,
  countsWriteOff: true,
  countsHandedOver: true,
  source: 'the test',
};
const nothing: DefaultFacts = { undisputed: [], writeOffs: [], insolventOn: null, handedOverOn: null };
const invoice = (dueOn: string, amountMinor: number, paid: [string, number][] = []) => ({
  dueOn,
  amountMinor,
  allocations: paid.map(([on, part]) => ({ on, amountMinor: part })),
});
const events = (facts: Partial<DefaultFacts>, asOf = '2026-11-22', of: Partial<DefaultDefinition> = {}) =>
  defaultEvents(Object.freeze({ ...nothing, ...facts }), { ...definition, ...of }, asOf);

test('an invoice left unpaid is a default on its ninetieth day past due, not a day sooner', () => {
  const unpaid = { undisputed: [invoice('2026-01-01', 500_00)] };
  expect(events(unpaid, '2026-03-31')).toEqual([]);
  expect(events(unpaid, '2026-04-01')).toEqual([{ on: '2026-04-01', cause: 'past due' }]);
});

test('one that is paid before is none, even if it was very late; paid afterwards it stays one', () => {
  expect(events({ undisputed: [invoice('2026-01-01', 500_00, [['2026-04-01', 500_00]])] })).toEqual([]);
  expect(events({ undisputed: [invoice('2026-01-01', 500_00, [['2026-04-02', 500_00]])] })).toEqual([
    { on: '2026-04-01', cause: 'past due' },
  ]);
});

test('a forgotten 99.99 is no default; two of them together are, when the second is old enough', () => {
  expect(events({ undisputed: [invoice('2026-01-01', 99_99)] })).toEqual([]);
  expect(events({ undisputed: [invoice('2026-01-01', 99_99), invoice('2026-02-01', 99_99)] })).toEqual([
    { on: '2026-05-02', cause: 'past due' },
  ]);
});

test('what was paid in part counts with what is still open', () => {
  expect(events({ undisputed: [invoice('2026-01-01', 500_00, [['2026-02-01', 450_00]])] })).toEqual([]);
});

test('write-offs count from the floor on, added up; small change is no default', () => {
  const small = { on: '2026-05-01', amountMinor: 60_00 };
  expect(events({ writeOffs: [small] })).toEqual([]);
  expect(events({ writeOffs: [{ on: '2026-06-01', amountMinor: 60_00 }, small] })).toEqual([
    { on: '2026-06-01', cause: 'write-off' },
  ]);
});

test('all that was met is told, the earliest first; what the definition leaves out is not', () => {
  const facts = {
    undisputed: [invoice('2026-01-01', 500_00)],
    insolventOn: '2026-03-01',
    handedOverOn: '2026-06-01',
  };
  expect(events(facts).map(({ cause }) => cause)).toEqual(['insolvency', 'past due', 'handed over']);
  expect(events(facts, '2026-11-22', { countsInsolvency: false }).map(({ cause }) => cause)).toEqual([
    'past due',
    'handed over',
  ]);
  expect(events(facts, '2026-03-01').map(({ cause }) => cause)).toEqual(['insolvency']);
});

test('six factors take 140 defaults before they may be fitted', () => {
  expect(defaultsNeeded(6)).toEqual(140);
  expect(() => defaultsNeeded(-1)).toThrow(RangeError);
});

test('an amount that is none is refused', () => {
  expect(() => events({ undisputed: [invoice('2026-01-01', Number.NaN)] })).toThrow(RangeError);
});
