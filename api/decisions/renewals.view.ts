import { Field, ObjectType } from '@nestjs/graphql';
import { Decision, Recommendation } from './decision.view.js';

@ObjectType({ description: 'What we would agree today with a customer that we supply.' })
export class Renewal {
  customerId: number;

  @Field(() => Recommendation, { description: 'What we would agree, and why.' })
  recommendation: Recommendation;

  @Field(() => String, {
    nullable: true,
    description: 'What of the limit asked for can be agreed, in a sentence; null where none was asked for.',
  })
  askedSentence: string | null;

  @Field(() => [String], {
    description:
      'Providers that were asked by themselves and have not answered yet, by name. Ask again to hear them; what is kept is decided anew by itself.',
  })
  asking: string[];

  @Field(() => Decision, { nullable: true, description: 'The decision, when it was kept.' })
  decision: Decision | null;
}
