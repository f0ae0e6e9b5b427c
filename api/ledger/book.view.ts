import { Field, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'What the installation holds.' })
export class Book {
  @Field(() => String, { description: 'The currency totals are shown in.' })
  reportingCurrency: string;

  @Field(() => Boolean, { description: 'Whether these are the invented customers we come with.' })
  isDemo: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the newest document; null in an empty book.' })
  newestEntryOn: string | null;

  @Field(() => DayScalar, {
    description: 'The day pages open on: today, or the newest entry’s when the ledger is older than 45 days.',
  })
  suggestedAsOf: string;

  @Field(() => DayScalar, { description: 'Today, by the server’s clock.' })
  today: string;

  @Field(() => [String], { description: 'Currencies that customers and open invoices are in.' })
  currencies: string[];
}
