import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import type { Page } from '../shared/page.js';
import { FittedScorecard } from './fitted-scorecard.view.js';
import { Model, ModelCard, ModelPage } from './model.view.js';
import { DecidePromotionInput, ModelsArgs, PromotionInput } from './models.inputs.js';
import { ModelsShown, PromotionsLoader } from './models-shown.service.js';
import { Promotion } from './promotion.view.js';

const DECIDE = { description: 'Which request, and what to say about it.' };

@Resolver(() => Model)
export class ModelsResolver {
  constructor(
    private readonly shown: ModelsShown,
    private readonly requests: PromotionsLoader,
  ) {}

  @Allow('models.read')
  @Query(() => ModelPage, { description: 'The fitted models of a kind: in force, beside it, and retired.' })
  models(@Args() args: ModelsArgs): Promise<Page<Model>> {
    return this.shown.page(args);
  }

  @Allow('models.promote')
  @Mutation(() => Model, { description: 'Asks another person to put the challenger in force.' })
  askForPromotion(@Args('input', { description: 'Which, and why.' }) input: PromotionInput): Promise<Model> {
    return this.shown.ask(input);
  }

  @Allow('models.promote')
  @Mutation(() => Model, { description: 'Approves what another person asked for: the model is in force from now on.' })
  approvePromotion(@Args('input', DECIDE) input: DecidePromotionInput): Promise<Model> {
    return this.shown.approve(input);
  }

  @Allow('models.promote')
  @Mutation(() => Model, { description: 'Refuses what another person asked for: the model in force stays.' })
  refusePromotion(@Args('input', DECIDE) input: DecidePromotionInput): Promise<Model> {
    return this.shown.refuse(input);
  }

  @Allow('models.promote')
  @Mutation(() => Model, { description: 'Takes back what one asked for oneself.' })
  withdrawPromotion(@Args('input', DECIDE) input: DecidePromotionInput): Promise<Model> {
    return this.shown.withdraw(input);
  }

  @ResolveField(() => Promotion, { nullable: true, description: 'The newest request to put it in force; null: none.' })
  promotion(@Parent() model: Model, @Context('req') request: object): Promise<Promotion | null> {
    return this.requests.of(request, model.id, undefined);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why it cannot be used or shown: damaged, or of a newer form; null while all is well.',
  })
  problem(@Parent() model: Model): string | null {
    return this.shown.problemOf(model);
  }

  @ResolveField(() => ModelCard, {
    nullable: true,
    description: 'All about a model of lateness; null for a scorecard, and where it cannot be read.',
  })
  card(@Parent() model: Model): ModelCard | null {
    return this.shown.cardOf(model);
  }

  @ResolveField(() => FittedScorecard, {
    nullable: true,
    description: 'All about a fitted scorecard; null for a model of lateness, and where it cannot be read.',
  })
  fittedScorecard(@Parent() model: Model): FittedScorecard | null {
    return this.shown.fittedScorecardOf(model);
  }
}
