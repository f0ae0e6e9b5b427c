import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { JsonScalar } from '../shared/scalars.js';
import { ContactData } from './contact-data.service.js';
import { ContactInput, RetentionInput } from './privacy.inputs.js';
import { ContactErased, Retention } from './privacy.view.js';
import { RetentionService } from './retention.service.js';

@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly contacts: ContactData,
    private readonly retention: RetentionService,
  ) {}

  @Allow('privacy.hand-over')
  @Mutation(() => JsonScalar, { description: 'Everything we hold about a contact, to hand over; it is written down.' })
  exportContactData(@Args('input', { description: 'Of whom.' }) input: ContactInput): Promise<Record<string, unknown>> {
    return this.contacts.export(input);
  }

  @Allow('privacy.handle')
  @Mutation(() => ContactErased, {
    description: 'Empties name, addresses and messages of a contact for good; the ledger of the customer stays.',
  })
  eraseContactData(@Args('input', { description: 'Of whom.' }) input: ContactInput): Promise<ContactErased> {
    return this.contacts.erase(input);
  }

  @Allow('privacy.handle')
  @Query(() => [Retention], { description: 'How long what is about people is kept, as it holds today.' })
  retentionTimes(): Promise<Retention[]> {
    return this.retention.inForce();
  }

  @Allow('privacy.handle')
  @Mutation(() => Retention, { description: 'Sets how long something is kept, from a day on.' })
  setRetention(@Args('input', { description: 'What, and how long.' }) input: RetentionInput): Promise<Retention> {
    return this.retention.set(input);
  }
}
