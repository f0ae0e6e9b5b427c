import { Args, Context, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { CustomersLoader } from '../customers/customers.loader.js';
import { Invoice } from '../ledger/invoice.entity.js';
import { InvoicesLoader } from '../ledger/ledger.loaders.js';
import { wholeBook } from '../shared/cost.js';
import type { Page } from '../shared/page.js';
import { sortedPage } from '../shared/sorted-page.js';
import { CampaignChangesArgs, CampaignDraftInput, CampaignInput, CampaignsArgs } from './campaign.inputs.js';
import {
  Campaign,
  CampaignChange,
  CampaignChangePage,
  CampaignDifference,
  CampaignPage,
  CampaignStep,
} from './campaign.view.js';
import { stepsOf } from './campaign-steps.js';
import { CampaignsService } from './campaigns.service.js';

@Resolver(() => Campaign)
export class CampaignsResolver {
  constructor(private readonly service: CampaignsService) {}

  @Allow('reminders.read')
  @Query(() => CampaignPage, {
    description: 'Who is reminded of what, when: the active campaign, the draft, and those before.',
  })
  campaigns(@Args() args: CampaignsArgs): Promise<Page<Campaign>> {
    return this.service.campaigns(args);
  }

  @Allow('reminders.read')
  @Query(() => CampaignDifference, {
    complexity: wholeBook,
    description: 'What a campaign changes in the fourteen days to come, beside the active one.',
  })
  campaignDifference(
    @Args('campaignId', { type: () => ID, description: 'Which.' }) campaignId: string,
  ): Promise<CampaignDifference> {
    return this.service.difference(campaignId);
  }

  @Allow('settings.change')
  @Mutation(() => Campaign, { description: 'Writes the draft; one that was there goes.' })
  draftCampaign(@Args('input', { description: 'The whole campaign.' }) input: CampaignDraftInput): Promise<Campaign> {
    return this.service.saveDraft(input);
  }

  @Allow('settings.change')
  @Mutation(() => Campaign, { description: 'Makes the draft the campaign that is used.' })
  activateCampaign(@Args('input', { description: 'Which.' }) input: CampaignInput): Promise<Campaign> {
    return this.service.activate(input.campaignId);
  }

  @ResolveField(() => [CampaignStep], { description: 'Its steps, in the order of days.' })
  steps(@Parent() { document }: Campaign): CampaignStep[] {
    return stepsOf(document);
  }

  @ResolveField(() => Int, { description: 'A contact hears from us at most once in so many days.' })
  gapDays(@Parent() { document }: Campaign): number {
    return document.gapDays;
  }

  @ResolveField(() => Int, { description: 'For so many business days after its day a step may be made up for.' })
  catchUpDays(@Parent() { document }: Campaign): number {
    return document.catchUpDays;
  }

  @ResolveField(() => Int, { nullable: true, description: 'Payments older than so many days stop every message.' })
  cashFeedDays(@Parent() { document }: Campaign): number | null {
    return document.cashFeedDays;
  }

  @ResolveField(() => Float, { description: 'The share of customers held out, of one.' })
  holdoutShare(@Parent() { document }: Campaign): number {
    return document.holdoutShare;
  }

  @ResolveField(() => Boolean, { description: 'Whether customers of grade D and E may be held out too.' })
  holdoutHighRisk(@Parent() { document }: Campaign): boolean {
    return document.holdoutHighRisk;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether companies of a group that share an e-mail address get one message over all their invoices.',
  })
  groupsTogether(@Parent() { document }: Campaign): boolean {
    return document.groupsTogether ?? false;
  }

  @ResolveField(() => String, { description: 'From when on messages go out, in the time of the recipient.' })
  sendFrom(@Parent() { document }: Campaign): string {
    return document.sendFrom;
  }

  @ResolveField(() => String, { description: 'Until when messages go out, in the time of the recipient.' })
  sendUntil(@Parent() { document }: Campaign): string {
    return document.sendUntil;
  }

  @ResolveField(() => Int, { description: 'How many messages may go out in an hour.' })
  mostPerHour(@Parent() { document }: Campaign): number {
    return document.mostPerHour;
  }
}

@Resolver(() => CampaignDifference)
export class CampaignDifferenceResolver {
  @ResolveField(() => CampaignChangePage, { description: 'Each word that is added or taken away.' })
  changes(@Parent() { rows }: CampaignDifference, @Args() args: CampaignChangesArgs): Page<CampaignChange> {
    const isAdded = args.filter?.isAdded;
    return sortedPage(
      rows.filter((row) => isAdded === undefined || row.isAdded === isAdded),
      args,
      {
        name: 'changes of a campaign',
        value: (row) => row[args.sort],
        key: ({ on, invoiceId, step, isAdded }) => `${on} ${String(invoiceId).padStart(15, '0')} ${step} ${isAdded}`,
      },
    );
  }
}

@Resolver(() => CampaignChange)
export class CampaignChangeResolver {
  constructor(
    private readonly customers: CustomersLoader,
    private readonly invoicesBy: InvoicesLoader,
  ) {}

  @ResolveField(() => Customer, { description: 'Whose.' })
  customer(@Parent() row: CampaignChange, @Context('req') request: object): Promise<Customer> {
    return this.customers.of(request, row.customerId, undefined);
  }

  @ResolveField(() => Invoice, { description: 'About which.' })
  invoice(@Parent() row: CampaignChange, @Context('req') request: object): Promise<Invoice> {
    return this.invoicesBy.of(request, { customerId: row.customerId, id: row.invoiceId }, undefined);
  }
}
