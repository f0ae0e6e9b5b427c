import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Approval } from '../approvals/approval.view.js';
import { Customer } from '../customers/customer.entity.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { InstantScalar, JsonScalar } from '../shared/scalars.js';

export enum PolicyState {
  DRAFT = 'draft',
  IN_FORCE = 'in force',
  PAST = 'past',
}
registerEnumType(PolicyState, {
  name: 'PolicyState',
  description: 'Where a policy is in its life.',
  valuesMap: {
    DRAFT: { description: 'Written, and decides nothing yet.' },
    IN_FORCE: { description: 'Recommendations stand on it.' },
    PAST: { description: 'Another took its place; decisions made with it name it.' },
  },
});

@ObjectType({ description: 'One threshold, grid, floor or assumption of a policy.' })
export class PolicySetting {
  @Field(() => String, { description: 'Its name in a policy document.' })
  key: string;

  @Field(() => String, {
    description: 'What it is about: loss, exposure, limit, floor, offers, profit, conditions, renewal.',
  })
  group: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => JsonScalar, { description: 'A number, a list of numbers, or a value for each grade.' })
  value: unknown;

  @Field(() => String, { description: 'What it is counted in.' })
  unit: string;

  @Field(() => String, { description: 'Where it comes from.' })
  source: string;

  @Field(() => Boolean, { description: 'Whether it may be changed for a single what-if.' })
  isAssumption: boolean;
}

@ObjectType({ description: 'All thresholds, grids, floors and assumptions of recommendations, in one version.' })
export class PolicyView {
  @Field(() => String, { description: 'The version; decisions name it.' })
  version: string;

  @Field(() => PolicyState, { description: 'Draft, in force or past.' })
  state: PolicyState;

  @Field(() => [PolicySetting], { description: 'All of it.' })
  settings: PolicySetting[];

  @Field(() => JsonScalar, { description: 'The same as a document, as `vet --policy FILE` takes it.' })
  document: unknown;

  @Field(() => String, { description: 'Who wrote it.' })
  madeBy: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When; null for what the program brings along.' })
  madeAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was written.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved it.' })
  approvedBy: string | null;
}

@ObjectType({ description: 'A draft that is activated, or waits for a second person.' })
export class PolicyActivation {
  @Field(() => PolicyView, { description: 'The policy, as it is now.' })
  policy: PolicyView;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

@ObjectType({ description: 'What a policy gives a customer we supply.' })
export class PolicyEffect {
  @Field(() => Money, { description: 'The limit.' })
  limit: Money;

  @Field(() => Int, { description: 'The longest terms.' })
  termsDays: number;

  @Field(() => Float, { description: 'The least deposit, as a share of a year’s sales.' })
  depositShare: number;
}

@ObjectType({ description: 'A customer whom a draft would change.' })
export class PolicyChange {
  customerId: number;

  @Field(() => Customer, { description: 'Whom.' })
  customer: Customer;

  @Field(() => PolicyEffect, { description: 'By the policy in force.' })
  before: PolicyEffect;

  @Field(() => PolicyEffect, { description: 'By the draft.' })
  after: PolicyEffect;
}

@ObjectType({ description: 'A page of the customers whom a draft would change.' })
export class PolicyChangePage extends Paged(PolicyChange) {
  @Field(() => Int, { description: 'How many customers were looked at: those with a score and sales within a year.' })
  customers: number;
}
