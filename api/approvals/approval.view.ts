import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonRole } from '../auth/person.entity.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

export enum ApprovalAction {
  SET_CREDIT_LIMIT = 'set credit limit',
  RELEASE_HOLD = 'release hold',
  WRITE_OFF = 'write off',
  OVERRIDE_DECLINE = 'override decline',
  ACTIVATE_POLICY = 'activate policy',
  SET_DEFAULT_DEFINITION = 'set default definition',
  ACCEPT_CUSTOMER = 'accept customer',
  RELEASE_DEPOSIT = 'release deposit',
}
registerEnumType(ApprovalAction, {
  name: 'ApprovalAction',
  description: 'What takes a second pair of eyes.',
  valuesMap: {
    SET_CREDIT_LIMIT: { description: 'Raising what a customer may owe.' },
    RELEASE_HOLD: { description: 'Supplying a customer again.' },
    WRITE_OFF: { description: 'Giving up what is open of an invoice.' },
    OVERRIDE_DECLINE: { description: 'Supplying a customer on credit whom a decision declines or refers.' },
    ACCEPT_CUSTOMER: { description: 'Taking on whoever accepts an offer, with its limit and terms.' },
    RELEASE_DEPOSIT: { description: 'Giving a deposit back, which is security.' },
    ACTIVATE_POLICY: { description: 'Making a draft the policy that recommendations stand on.' },
    SET_DEFAULT_DEFINITION: { description: 'Saying what counts as a default.' },
  },
});

export enum ApprovalState {
  WAITING = 'waiting',
  APPROVED = 'approved',
  REFUSED = 'refused',
  WITHDRAWN = 'withdrawn',
}
registerEnumType(ApprovalState, {
  name: 'ApprovalState',
  description: 'What became of it.',
  valuesMap: {
    WAITING: { description: 'Nobody has decided yet.' },
    APPROVED: { description: 'Another person approved, and it was done.' },
    REFUSED: { description: 'Another person refused; nothing was done.' },
    WITHDRAWN: {
      description:
        'Whoever asked took it back, or what it was about is no longer so, as the note says; nothing was done.',
    },
  },
});

/** What takes two people has in common: who asked and when, who decided, and what became of it. */
@ObjectType({ isAbstract: true })
export abstract class FourEyes {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => ApprovalState, { description: 'What became of it.' })
  state: ApprovalState;

  @Field(() => String, { description: 'Who asks.' })
  askedBy: string;

  @Field(() => InstantScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => String, { nullable: true, description: 'Who decided.' })
  decidedBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What whoever decided said about it.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Whether whoever asks now asked for it, and so cannot approve it.' })
  isMine: boolean;
}

@ObjectType({ description: 'What one person asks for and another approves.' })
export class Approval extends FourEyes {
  customerId: number | null;

  @Field(() => ApprovalAction, { description: 'What kind of act.' })
  action: ApprovalAction;

  @Field(() => String, { description: 'What is to be done, in a sentence.' })
  summary: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of whoever asks.' })
  reason: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What is at stake, in the reporting currency; null when there is no bound, or no rate to tell.',
  })
  amount: Money | null;
}

@ObjectType({ description: 'A page of approvals.' })
export class ApprovalPage extends Paged(Approval) {}

@ObjectType({ description: 'How far a role may go, alone and for others.' })
export class Authority {
  @Field(() => ApprovalAction, { description: 'In what.' })
  action: ApprovalAction;

  @Field(() => PersonRole, { description: 'Who.' })
  role: PersonRole;

  @Field(() => DayScalar, { description: 'From when on.' })
  validFrom: string;

  @Field(() => Money, { nullable: true, description: 'Up to how much it acts alone; null: never.' })
  aloneUpTo: Money | null;

  @Field(() => Money, { nullable: true, description: 'Up to how much it approves what others ask; null: any amount.' })
  approvesUpTo: Money | null;

  @Field(() => String, { description: 'Who set it, or where it comes from.' })
  source: string;
}
