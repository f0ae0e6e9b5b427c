import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar } from '../shared/scalars.js';
import { Outcome } from './outcome.js';

export enum OverrideGround {
  SECURED = 'secured',
  GROUP_SUPPORTS_IT = 'group supports it',
  NEWER_INFORMATION = 'newer information',
  DATA_WAS_WRONG = 'the data was wrong',
  ACCEPTED_RISK = 'accepted risk',
  OTHER = 'other',
}
registerEnumType(OverrideGround, {
  name: 'OverrideGround',
  description: 'What kind of reason somebody had to decide otherwise.',
  valuesMap: {
    SECURED: { description: 'A deposit, guarantee or insurance covers it.' },
    GROUP_SUPPORTS_IT: { description: 'Its parent or another company of its group answers for it.' },
    NEWER_INFORMATION: { description: 'Something is known that the credit check did not see.' },
    DATA_WAS_WRONG: { description: 'What was typed in, or what the bureau said, was wrong.' },
    ACCEPTED_RISK: { description: 'The loss is possible, and we take it for what the business is worth.' },
    OTHER: { description: 'None of these; the text says it.' },
  },
});

/** Said by whoever decided otherwise. */
export interface OfferedInstead {
  limitMinor: number;
  depositMinor: number;
  termsDays: number;
  releaseRule: string | null;
}

@ObjectType({ description: 'What people decided against a recommendation to decline.' })
export class DecisionOverride {
  @Field(() => Outcome, { description: 'What was decided.' })
  outcome: Outcome;

  @Field(() => OverrideGround, { description: 'What kind of reason there was.' })
  ground: OverrideGround;

  @Field(() => String, { description: 'The reason, in the words of whoever asked.' })
  reason: string;

  @Field(() => String, { description: 'Who asked for it.' })
  askedBy: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who approved it; null when it was within the authority of who asked.',
  })
  approvedBy: string | null;

  /** Null where nothing was said: then what was recommended is offered. */
  offer: OfferedInstead | null;

  @Field(() => InstantScalar, { description: 'When it was decided.' })
  at: Date;
}
