import { dayNumber, dayOf } from '../calendar.js';
import type { HistoryInvoice } from '../history.js';
import { type LatenessValidation, objections, validateLateness } from './validate-lateness.js';
import { WorkingCalendar, weekdayOf } from './working-calendar.js';

const start = dayNumber('2025-01-06');
const split = start + 250;
const calendar = new WorkingCalendar([]);

/** Numbers that look thrown, the same every time. */
function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Thirty customers of an invoice a week, who pay on Fridays: the later in the list, the later; large amounts later still. */
function book(seed = 1): HistoryInvoice[][] {
  const roll = dice(seed);
  return Array.from({ length: 30 }, (_, customer) =>
    Array.from({ length: 52 }, (_, week) => {
      const issuedOn = start + week * 7 + Math.floor(roll() * 5);
      const dueOn = issuedOn + 30;
      const isLarge = roll() < 0.2;
      const readyOn = dueOn + Math.round(customer / 3 - 8 + roll() * 4 + (isLarge && customer > 10 ? 12 : 0));
      const settledOn = readyOn + ((5 - weekdayOf(readyOn) + 7) % 7);
      return { issuedOn, dueOn, settledOn, amountMinor: isLarge ? 900_000 : 50_000, openMinor: 0 };
    }),
  );
}

const validate = (histories: HistoryInvoice[][], knownOn = split) =>
  validateLateness(histories, { knownOn, scoreAt: { daysBeforeDue: 15 }, calendar, lastKnown: start + 600 });

const usual = validate(book());

test('it tells who pays late better than the late ratio, with chances that are right, and what amounts do to it', () => {
  const [model, ratio] = [usual?.ways[0], usual?.ways.find(({ way }) => way === 'late ratio')];
  expect(model?.late[0]?.auc).toBeGreaterThan((ratio?.late[0]?.auc ?? 1) + 0.02);
  expect(model?.late[1]?.auc).toBeGreaterThan((ratio?.late[1]?.auc ?? 1) + 0.03);
  expect(model?.late[0]?.calibrationError).toBeLessThan(0.06);
  expect(model?.meanAbsoluteError).toBeLessThan(3);
});

test('what comes after a scoring day changes nothing that was said on it', () => {
  const told = (validation: typeof usual) =>
    validation?.predictions.map(({ scoredOn, late, late7, late30, expectedDaysLate }) =>
      [dayOf(scoredOn), late, late7, late30, expectedDaysLate].join(' '),
    );
  const lastDay = split + 21;
  const other = book().map((history) =>
    history.map((invoice) => ({
      ...invoice,
      settledOn: (invoice.settledOn ?? 0) > lastDay ? null : invoice.settledOn,
    })),
  );
  const until = (rows: string[] | undefined) => rows?.filter((row) => row.slice(0, 10) <= dayOf(lastDay));
  expect(until(told(validate(other)))?.length).toBeGreaterThan(50);
  expect(until(told(validate(other)))).toEqual(until(told(usual)));
});

test('the same book gives the same model, bit for bit', () => {
  expect(JSON.stringify(validate(book())?.model)).toEqual(JSON.stringify(usual?.model));
});

/** Customers who are sent net 14 and net 60 by turns, as it falls, and pay what has the longer terms later. */
function bookOfTwoTerms(customers = 30): HistoryInvoice[][] {
  const roll = dice(7);
  return Array.from({ length: customers }, () =>
    Array.from({ length: 52 }, (_, week) => {
      const issuedOn = start + week * 7 + Math.floor(roll() * 5);
      const isLong = roll() < 0.5;
      const dueOn = issuedOn + (isLong ? 60 : 14);
      return {
        issuedOn,
        dueOn,
        settledOn: dueOn + (isLong ? 6 : -6) + Math.round(roll() * 4),
        amountMinor: 50_000,
        openMinor: 0,
      };
    }),
  );
}

test('which terms an invoice has is read, and moves what is told; one term alone, or few invoices due, get no row of it', () => {
  const fitted = (customers: number) =>
    validateLateness(bookOfTwoTerms(customers), {
      knownOn: split,
      scoreAt: { daysBeforeDue: 10 },
      calendar,
      lastKnown: start + 600,
    });
  const found = fitted(30);
  const told = (terms: number) => {
    const own = (found?.predictions ?? []).filter(({ invoice }) => invoice.dueOn - invoice.issuedOn === terms);
    return own.reduce((sum, { late }) => sum + late, 0) / own.length;
  };
  expect(told(60) - told(14)).toBeGreaterThan(0.35);
  const hasTerms = (model: LatenessValidation['model'] | undefined) =>
    [...(model?.untilDue ?? []), ...(model?.spans ?? []).flatMap(({ corrections }) => corrections)].some(
      ({ term }) => term === 'terms',
    );
  expect([found, usual, fitted(15)].map((each) => hasTerms(each?.model))).toEqual([true, false, false]);
});

test('what is known to be later is never told sooner: each such table goes one way', () => {
  const later = ['amountHabit', 'sameAmount', 'lateShareAtAmount', 'lateShare', 'stillOpen'];
  const rows = ({ effects }: { effects: readonly number[] }) => effects.slice(0, -1);
  const falls = (of: readonly number[]) => of.every((effect, i) => i === 0 || effect <= (of[i - 1] as number));
  for (const term of later) {
    const found = usual?.model.untilDue.find((correction) => correction.term === term);
    expect([term, found && falls(rows(found))]).toEqual([term, true]);
  }
  for (const { corrections } of usual?.model.spans ?? []) {
    for (const term of [
      'late7Share',
      'late30Share',
      'daysOver',
      'stillOpen',
      'lately',
      'habit30',
      'amountHabit7',
      'amountHabit30',
    ]) {
      const found = corrections.find((correction) => correction.term === term);
      expect([term, found && falls(rows(found).reverse())]).toEqual([term, true]);
    }
  }
});

test('beside the days it expects stand those of the customer’s median so far, and of the book', () => {
  const [model, customer, everybody] = ['model', 'late ratio', 'base rate'].map(
    (name) => usual?.ways.find(({ way }) => way === name)?.meanAbsoluteError as number,
  );
  expect(customer).toBeGreaterThan(model as number);
  expect(everybody).toBeGreaterThan(customer as number);
});

test('a longer delay is never likelier than a shorter one', () => {
  for (const { late, late7, late30 } of usual?.predictions ?? []) {
    expect(late >= late7 && late7 >= late30 && late30 >= 0 && late <= 1).toBe(true);
  }
});

test('days that contradict each other and amounts of nought or below teach nothing, and are counted', () => {
  const odd = book();
  odd[3] = (odd[3] ?? []).map((invoice) => ({ ...invoice, settledOn: invoice.issuedOn - 1 }));
  odd[4] = (odd[4] ?? []).map((invoice, i) => ({ ...invoice, amountMinor: i % 2 ? 0 : -50_000 }));
  expect(validate(odd)?.model.window.leftOut).toBeGreaterThan(50);
});

test.each([
  ['with no late invoice', book().map((history) => history.map((each) => ({ ...each, settledOn: each.dueOn - 2 })))],
  ['with one customer', book().slice(0, 1)],
  [
    'where all days are equal',
    book().map((history) =>
      history.map((each) => ({ ...each, issuedOn: split + 1, dueOn: split + 20, settledOn: split + 20 })),
    ),
  ],
  ['where nothing was ever paid', book().map((history) => history.map((each) => ({ ...each, settledOn: null })))],
])('a book %s gives chances, and no nonsense', (_, histories) => {
  const validation = validate(histories);
  for (const { late, late7, late30, expectedDaysLate } of validation?.predictions ?? []) {
    for (const chance of [late, late7, late30]) expect(chance >= 0 && chance <= 1).toBe(true);
    expect(Number.isInteger(expectedDaysLate)).toBe(true);
  }
});

test('before the first scoring day there is nothing to train on', () => {
  expect(validate(book(), start - 100)).toEqual(null);
  expect(validate([], split)).toEqual(null);
});

test('a model measured on few invoices may not be let in force', () => {
  const validation = validate(book().slice(0, 2));
  expect(validation && objections(validation).at(-1)).toMatch(/^It was measured on \d+ invoices; 200 are needed\.$/);
});

test('a model that ranks worse than the late ratio, or whose chances are off, may not be let in force', () => {
  const { predictions } = validate(book()) as LatenessValidation;
  const quality = (auc: number, calibrationError: number) => ({ auc, calibrationError }) as never;
  const way = (name: 'model' | 'late ratio', auc: number, calibrationError: number) =>
    ({ way: name, late: [quality(auc, calibrationError)] }) as never;
  const measured = (auc: number, calibrationError: number) => ({
    ways: [way('model', auc, calibrationError), way('late ratio', 0.8, 0.09)],
    predictions: Array(200).fill(predictions[0]),
  });
  expect(objections(measured(0.81, 0.05))).toEqual([]);
  expect(objections(measured(0.79, 0.05))).toEqual([
    'It ranks who is late worse (AUC 0.790) than the late ratio does (0.800).',
  ]);
  expect(objections(measured(0.81, 0.051))).toEqual([
    'Its chances of being late are off by 5.1 points on average; 5 are allowed.',
  ]);
});
