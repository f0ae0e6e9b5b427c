/** What is asked of a prospect, as the recommendation takes it: what is not known is null. */
export interface Application {
  companyName: string;
  registrationNumber: string | null;
  country: string | null;
  entityType: string;
  isNaturalPerson: boolean;
  currency: string;
  contractValueMinor: number;
  monthlyRunMinor: number;
  termsDaysAsked: number;
  billingPeriodDays: number;
  workInProgressMinor: number;
  bureauScale: string | null;
  bureauScore: number | null;
  yearsTrading: number | null;
  judgments: number | null;
  netWorthMinor: number | null;
  workingCapitalMinor: number | null;
  insolvent: boolean;
}
