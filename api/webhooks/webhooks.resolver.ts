import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import type { Page } from '../shared/page.js';
import {
  AddWebhookEndpointInput,
  SendWebhookAgainInput,
  WebhookEndpoint,
  WebhookEndpointAdded,
  WebhookEndpointPage,
  WebhookEndpointsArgs,
  WebhookEvent,
  WebhookEventPage,
  WebhookEventsArgs,
} from './webhook.view.js';
import { Webhooks } from './webhooks.service.js';

@Resolver(() => WebhookEvent)
export class WebhooksResolver {
  constructor(
    private readonly service: Webhooks,
    private readonly customers: CustomersLoader,
  ) {}

  @Allow('webhooks.manage')
  @Query(() => WebhookEndpointPage, { description: 'Programs that are told, also those that ended.' })
  webhookEndpoints(@Args() args: WebhookEndpointsArgs): Promise<Page<WebhookEndpoint>> {
    return this.service.endpoints(args);
  }

  @Allow('webhooks.manage')
  @Query(() => WebhookEventPage, { description: 'What they were told, are to be told, and what was given up.' })
  webhookEvents(@Args() args: WebhookEventsArgs): Promise<Page<WebhookEvent>> {
    return this.service.events(args);
  }

  @Allow('webhooks.manage')
  @Mutation(() => WebhookEndpointAdded, { description: 'Tells another program from now on.' })
  addWebhookEndpoint(
    @Args('input', { description: 'Which.' }) input: AddWebhookEndpointInput,
  ): Promise<WebhookEndpointAdded> {
    return this.service.add(input);
  }

  @Allow('webhooks.manage')
  @Mutation(() => WebhookEndpoint, { description: 'Tells a program nothing any more.' })
  endWebhookEndpoint(@Args('id', { type: () => ID, description: 'Which.' }) id: string): Promise<WebhookEndpoint> {
    return this.service.end(id);
  }

  @Allow('webhooks.manage')
  @Mutation(() => WebhookEvent, { description: 'Sends an event again that was given up, with the key it had.' })
  sendWebhookAgain(@Args('input', { description: 'Which.' }) input: SendWebhookAgainInput): Promise<WebhookEvent> {
    return this.service.again(input);
  }

  @ResolveField(() => Customer, { description: 'About whom.' })
  customer(@Parent() event: WebhookEvent, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, event.customerId, undefined);
  }
}
