import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Sureness } from '../credit-checks/bureau-scale.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

/** In the order in which they stand in a contract. */
export enum ClauseKey {
  PRICE_AND_PAYMENT = 'price-and-payment',
  DEPOSIT = 'deposit',
  LATE_PAYMENT = 'late-payment',
  SUSPENSION = 'suspension',
  RETENTION_OF_TITLE = 'retention-of-title',
  DISPUTES = 'disputes',
  MEDIATION = 'mediation',
  CREDIT_REPORTING = 'credit-reporting',
  TERMINATION = 'termination',
}
registerEnumType(ClauseKey, {
  name: 'ClauseKey',
  description: 'What a clause is about.',
  valuesMap: {
    PRICE_AND_PAYMENT: { description: 'The price, and when invoices are sent and paid.' },
    DEPOSIT: { description: 'The deposit, its set-off and its release.' },
    LATE_PAYMENT: { description: 'Interest and costs of what is paid late, by country.' },
    SUSPENSION: { description: 'The right to stop supplying, with notice.' },
    RETENTION_OF_TITLE: { description: 'Goods stay ours until they are paid for.' },
    DISPUTES: { description: 'Until when an invoice can be disputed, and how.' },
    MEDIATION: { description: 'Mediation before court.' },
    CREDIT_REPORTING: { description: 'Notice before late payment is reported.' },
    TERMINATION: { description: 'How the contract ends.' },
  },
});

@ObjectType({ description: 'A clause of the library: its words from a day on, for a country.' })
export class Clause {
  @Field(() => ClauseKey, { description: 'What it is about.' })
  key: ClauseKey;

  @Field(() => String, { nullable: true, description: 'ISO 3166 code; null stands in where a country has none.' })
  country: string | null;

  @Field(() => DayScalar, { description: 'The day from which these words hold.' })
  validOn: string;

  @Field(() => String, { description: 'Its heading.' })
  title: string;

  @Field(() => String, { description: 'Its words, with fields such as {deposit} that a decision fills.' })
  body: string;

  @Field(() => Sureness, { description: 'How sure the law is that it rests on.' })
  sureness: Sureness;

  @Field(() => String, { description: 'Where it comes from.' })
  source: string;

  @Field(() => String, { description: 'Who set it.' })
  setBy: string;
}

@ObjectType({ description: 'A page of clauses.' })
export class ClausePage extends Paged(Clause) {}
