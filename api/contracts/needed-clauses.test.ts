import { ClauseKey } from './clause.view.js';
import { neededClauses } from './needed-clauses.js';

const offer = { depositMinor: 0, termsDays: 30, isNaturalPerson: false, suppliesGoods: false };
const keys = (changed: Partial<typeof offer>) => [...neededClauses({ ...offer, ...changed }).keys()];

test('credit on 30 days needs interest, the right to stop and notice of reporting, but no deposit clause', () => {
  expect(keys({})).toEqual(Object.values(ClauseKey).filter((key) => !['deposit', 'retention-of-title'].includes(key)));
});

test('a deposit, goods, a natural person and prepayment each change what is needed', () => {
  expect(keys({ depositMinor: 1 })).toContain('deposit');
  expect(keys({ suppliesGoods: true })).toContain('retention-of-title');
  expect(keys({ isNaturalPerson: true })).not.toContain('credit-reporting');
  expect(keys({ termsDays: 0, suppliesGoods: true })).toEqual([
    'price-and-payment',
    'disputes',
    'mediation',
    'termination',
  ]);
});
