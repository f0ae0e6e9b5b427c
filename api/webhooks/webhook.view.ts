import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength } from 'class-validator';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { InstantScalar } from '../shared/scalars.js';

export enum WebhookEventType {
  SENT = 'sent',
  BOUNCED = 'bounced',
  REPLIED = 'replied',
  PAID_AFTER = 'paid-after',
}
registerEnumType(WebhookEventType, {
  name: 'WebhookEventType',
  description: 'What another program is told of.',
  valuesMap: {
    SENT: { description: 'A message was taken by the mail server, or went into the mailbox.' },
    BOUNCED: { description: 'It came back.' },
    REPLIED: { description: 'Somebody answered it.' },
    PAID_AFTER: { description: 'An invoice that a message spoke of was settled on its day or later.' },
  },
});

export enum WebhookEventState {
  WAITING = 'waiting',
  DELIVERED = 'delivered',
  DEAD = 'dead',
}
registerEnumType(WebhookEventState, {
  name: 'WebhookEventState',
  description: 'What became of telling.',
  valuesMap: {
    WAITING: { description: 'It is told in a moment, or again later.' },
    DELIVERED: { description: 'The other program has taken it.' },
    DEAD: { description: 'Given up: a person may have it sent again.' },
  },
});

@ObjectType({ description: 'Another program that is told what becomes of messages.' })
export class WebhookEndpoint {
  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => String, { description: 'What it is.' })
  name: string;

  @Field(() => String, { description: 'Where it is told.' })
  url: string;

  @Field(() => [WebhookEventType], { description: 'Of what.' })
  events: WebhookEventType[];

  @Field(() => InstantScalar, { description: 'Since when.' })
  madeAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it ended; null: it is told.' })
  endedAt: Date | null;

  @Field(() => Int, { description: 'Events that wait.' })
  waiting: number;

  @Field(() => Int, { description: 'Events that were given up.' })
  dead: number;
}

@ObjectType({ description: 'An endpoint that was added.' })
export class WebhookEndpointAdded {
  @Field(() => WebhookEndpoint, { description: 'Which.' })
  endpoint: WebhookEndpoint;

  @Field(() => String, { description: 'What its events are signed with (Standard Webhooks). It is shown only here.' })
  secret: string;
}

@ObjectType({ description: 'Something another program is told.' })
export class WebhookEvent {
  customerId: number;

  @Field(() => ID, { description: 'Its key: the number in `webhook-id`.' })
  id: number;

  @Field(() => String, { description: 'Whom it is told.' })
  endpointName: string;

  @Field(() => WebhookEventType, { description: 'What happened.' })
  type: WebhookEventType;

  @Field(() => String, { description: 'What is sent, as JSON.' })
  body: string;

  @Field(() => InstantScalar, { description: 'When it happened.' })
  happenedAt: Date;

  @Field(() => WebhookEventState, { description: 'What became of it.' })
  state: WebhookEventState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last tried.' })
  attemptedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was not taken.' })
  error: string | null;
}

@ObjectType({ description: 'A page of endpoints.' })
export class WebhookEndpointPage extends Paged(WebhookEndpoint) {}

@ObjectType({ description: 'A page of events.' })
export class WebhookEventPage extends Paged(WebhookEvent) {}

@InputType({ description: 'A new endpoint.' })
export class AddWebhookEndpointInput {
  @Field(() => String, { description: 'What it is, in one line.' })
  @MaxLength(100)
  name: string;

  @Field(() => String, { description: 'Where it is told: https, and not within a network of our own.' })
  @MaxLength(2000)
  url: string;

  @Field(() => [WebhookEventType], { description: 'Of what.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  events: WebhookEventType[];
}

export enum WebhookEndpointSort {
  NAME = 'name',
  MADE_AT = 'made_at',
}
registerEnumType(WebhookEndpointSort, {
  name: 'WebhookEndpointSort',
  description: 'What endpoints are sorted by.',
  valuesMap: { NAME: { description: 'Name.' }, MADE_AT: { description: 'Since when.' } },
});

@InputType({ description: 'Which endpoints.' })
export class WebhookEndpointFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are told, or only those that ended.' })
  @IsOptional()
  isTold?: boolean;
}

@ArgsType()
export class WebhookEndpointsArgs extends PageArgs {
  @Field(() => WebhookEndpointFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: WebhookEndpointFilter;

  @Field(() => WebhookEndpointSort, { defaultValue: WebhookEndpointSort.NAME, description: 'By what.' })
  sort: WebhookEndpointSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum WebhookEventSort {
  HAPPENED_AT = 'happened_at',
  ATTEMPTS = 'attempts',
}
registerEnumType(WebhookEventSort, {
  name: 'WebhookEventSort',
  description: 'What events are sorted by.',
  valuesMap: {
    HAPPENED_AT: { description: 'When it happened.' },
    ATTEMPTS: { description: 'How often it was tried.' },
  },
});

@InputType({ description: 'Which events.' })
export class WebhookEventFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this endpoint.' })
  @IsOptional()
  endpointId?: string;

  @Field(() => ID, { nullable: true, description: 'Only about this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => WebhookEventState, { nullable: true, description: 'Only of which this became.' })
  @IsOptional()
  state?: WebhookEventState;
}

@ArgsType()
export class WebhookEventsArgs extends PageArgs {
  @Field(() => WebhookEventFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: WebhookEventFilter;

  @Field(() => WebhookEventSort, { defaultValue: WebhookEventSort.HAPPENED_AT, description: 'By what.' })
  sort: WebhookEventSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

@InputType({ description: 'Which event.' })
export class SendWebhookAgainInput {
  @Field(() => ID, { description: 'About which customer.' })
  customerId: string;

  @Field(() => ID, { description: 'Which.' })
  eventId: string;
}
