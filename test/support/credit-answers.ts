import type { CreditProviders } from './credit-providers.js';

// Answers in the shapes of the providers, about invented companies and people.

const person = {
  name: 'PERSON, Invented',
  nationality: 'Secretland',
  gender: 'Secretgender',
  date_of_birth: { month: 3, year: 1911 },
  dateOfBirth: '1911-03-04T00:00:00Z',
};

export const profile = {
  company_number: '00123456',
  company_name: 'SOUND SUPPLIES LIMITED',
  company_status: 'active',
  type: 'ltd',
  date_of_creation: '2011-03-01',
  has_insolvency_history: false,
  has_charges: true,
  accounts: {
    overdue: true,
    last_accounts: { type: 'micro-entity', made_up_to: '2025-03-31' },
    next_accounts: { due_on: '2025-12-31', overdue: true },
  },
  confirmation_statement: { overdue: true },
  officers_named: [person],
};

export const charges = {
  items: [
    { status: 'outstanding', particulars: { contains_floating_charge: true, floating_charge_covers_all: true } },
    { status: 'fully-satisfied' },
  ],
};

export const insolvency = {
  cases: [
    {
      number: 1,
      type: 'compulsory-liquidation',
      dates: [
        { type: 'petitioned-on', date: '2026-03-02' },
        { type: 'ordered-to-wind-up-on', date: '2026-04-20' },
      ],
    },
  ],
};

export const creditsafeReport = (change: object = {}) => ({
  correlationId: 'invented',
  report: {
    companyId: 'GB-0-00123456',
    companySummary: {
      companyStatus: { status: 'Active', description: 'Active' },
      latestTurnoverFigure: { currency: 'GBP', value: 4_200_000 },
    },
    creditScore: {
      currentCreditRating: {
        commonValue: 'B',
        commonDescription: 'Low Risk',
        creditLimit: { currency: 'GBP', value: '40500' },
        providerValue: { minValue: '0', maxValue: '100', value: '64' },
        providerDescription: 'Low Risk',
      },
      currentContractLimit: { currency: 'GBP', value: 61_000 },
    },
    negativeInformation: { ccjSummary: { numberOfExact: 1, numberOfPossible: 2 } },
    paymentData: { dbt: 12 },
    directors: { currentDirectors: [person] },
    financialStatements: [
      { yearEndDate: '2024-12-31T00:00:00Z', currency: 'GBP', balanceSheet: { totalAssets: 1 } },
      {
        yearEndDate: '2025-12-31T00:00:00Z',
        currency: 'GBP',
        profitAndLoss: { revenue: 1500, operatingProfit: 120 },
        balanceSheet: {
          totalCurrentAssets: 500,
          totalCurrentLiabilities: 300,
          totalAssets: 1000,
          totalLiabilities: 600,
          revenueReserves: 250,
          totalShareholdersEquity: 400,
        },
        otherFinancials: { netWorth: 380, workingCapital: 200 },
      },
    ],
    ...change,
  },
});

export const rated = (rating: object) => ({ creditScore: { currentCreditRating: rating } });

export const dnbReport = (change: object = {}) => ({
  organization: {
    duns: '185520819',
    primaryName: 'Sound Supplies Inc',
    countryISOAlpha2Code: 'US',
    startDate: '1985',
    numberOfEmployees: [{ value: 120 }],
    dunsControlStatus: { operatingStatus: { description: 'Active' } },
    mostSeniorPrincipals: [person],
    legalEvents: { hasOpenLiens: true, hasOpenJudgments: true, hasOpenBankruptcy: false },
    businessTrading: [{ summary: [{ paydexScore: 50 }] }],
    dnbAssessment: {
      failureScore: { nationalPercentile: 80 },
      delinquencyScore: { nationalPercentile: 5 },
      standardRating: { financialStrength: '5A', rating: '2', ratingReason: [{ description: 'Steady' }] },
      creditLimitRecommendation: { maximumRecommendedLimit: { value: 250_000, currency: 'USD' } },
    },
    ...change,
  },
});

/** All three providers know the company. */
export function answerAll({ answers }: CreditProviders): void {
  answers.set('/register/company/00123456', profile);
  answers.set('/register/company/00123456/charges', charges);
  answers.set('/creditsafe/v1/authenticate', { token: 'token-of-creditsafe' });
  answers.set('/creditsafe/v1/companies', { companies: [{ id: 'GB-0-00123456' }], totalSize: 1 });
  answers.set('/creditsafe/v1/companies/GB-0-00123456', creditsafeReport());
  answers.set('/dnb/v2/token', { access_token: 'token-of-dnb', expiresIn: 86_400 });
  answers.set('/dnb/v1/match/cleanseMatch', {
    matchCandidates: [{ organization: { duns: '185520819' }, matchQualityInformation: { confidenceCode: 9 } }],
  });
  answers.set('/dnb/v1/data/duns/185520819', dnbReport());
}
