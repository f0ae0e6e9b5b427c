import { registerEnumType } from '@nestjs/graphql';

export enum Outcome {
  APPROVE = 'approve',
  APPROVE_WITH_CONDITIONS = 'approve_with_conditions',
  REFER = 'refer',
  DECLINE = 'decline',
}
registerEnumType(Outcome, {
  name: 'Outcome',
  description: 'What is recommended.',
  valuesMap: {
    APPROVE: { description: 'Supply on the terms asked.' },
    APPROVE_WITH_CONDITIONS: { description: 'Supply, with the deposit or the terms recommended.' },
    REFER: { description: 'A person must look at it.' },
    DECLINE: { description: 'No credit: payment before supply only.' },
  },
});
