import { creditsafeReport } from './creditsafe-report.js';

const standing = (status: string, description: string) =>
  creditsafeReport({ companySummary: { companyStatus: { status, description } } }, () => null);

test('a standing in words that tell of a procedure is an insolvency, whatever the code beside it says', () => {
  for (const words of [
    'In Liquidation',
    'Creditors voluntary liquidation',
    'In Administration',
    'Receivership',
    'Active - Company Voluntary Arrangement',
    'Insolvency proceedings opened',
    'Winding-up order',
    'Bankrupt',
  ])
    expect([words, standing('Other', words).isInsolvent]).toEqual([words, true]);
  expect(standing('Other', 'In Administration').notes).toContain('Its standing at Creditsafe: In Administration.');
});

test('what is active, closed, struck off, wound up by solvent members or over is none: nothing is said of it', () => {
  for (const words of [
    'Active - Accounts Filed',
    'Closed',
    'Dissolved',
    'Proposal to strike off',
    'Members’ voluntary liquidation',
    "Members' Voluntary Liquidation",
    'Solvent liquidation',
    'Administration ended',
    'Administrative office moved',
  ])
    expect([words, standing('NonActive', words).isInsolvent]).toEqual([words, null]);
});
