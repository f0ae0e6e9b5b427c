import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.view.js';
import { SendingService } from './sending.service.js';
import {
  RecordCallInput,
  ReminderSending,
  ReminderSendingInput,
  ReminderUplift,
  ReminderUpliftArgs,
} from './sending.view.js';

@Resolver(() => ReminderSending)
export class SendingResolver {
  constructor(
    private readonly service: SendingService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Allow('reminders.read')
  @Query(() => ReminderSending, { description: 'Whether messages go out.' })
  reminderSending(): Promise<ReminderSending> {
    return this.service.sending();
  }

  @Allow('reminders.read')
  @Query(() => ReminderUplift, { description: 'What the reminders of a campaign do.' })
  reminderUplift(@Args() { campaignId, lift }: ReminderUpliftArgs): Promise<ReminderUplift> {
    return this.service.uplift(campaignId, lift);
  }

  @Allow('reminders.send')
  @Mutation(() => ReminderSending, { description: 'Stops all messages, or lets them go out.' })
  setReminderSending(
    @Args('input', { description: 'Whether.' }) input: ReminderSendingInput,
  ): Promise<ReminderSending> {
    return this.service.set(input);
  }

  @Allow('reminders.send')
  @Mutation(() => Delivery, { description: 'Writes down what became of a call.' })
  recordCall(@Args('input', { description: 'Which, and what.' }) input: RecordCallInput): Promise<Delivery> {
    return this.deliveries.recordCall(input);
  }
}
