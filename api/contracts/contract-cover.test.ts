import { ClauseKey } from './clause.view.js';
import { ContractAct } from './contract.view.js';
import { contractCover } from './contract-cover.js';

const signed = { signedOn: '2026-11-02', clauses: [{ key: ClauseKey.SUSPENSION, title: 'Suspension of supply' }] };

test('a clause of the signed contract gives the right', () => {
  expect(contractCover(ContractAct.STOP_SUPPLY, signed)).toEqual({
    isCovered: true,
    sentence: 'The contract signed on 2 Nov 2026 lets us stop supply: “Suspension of supply”.',
  });
});

test('an act whose clause it lacks, and a customer without a contract, are flagged', () => {
  expect(contractCover(ContractAct.REPORT, signed)).toEqual({
    isCovered: false,
    sentence:
      'The contract signed on 2 Nov 2026 has no clause that lets us report late payment. Ask a lawyer before you do, or agree on one.',
  });
  expect(contractCover(ContractAct.STOP_SUPPLY, null)).toMatchObject({
    isCovered: false,
    sentence: expect.stringMatching(/^No signed contract is on file, so nothing here says that we may stop supply\./),
  });
});
