import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ModelsModule } from '../models/models.module.js';
import { CustomerScoringResolver } from './customer-scoring.resolver.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import { DefaultPreviews } from './default-preview.service.js';
import { DefaultsResolver } from './defaults.resolver.js';
import { Defaults } from './defaults.service.js';
import { DefineDefault } from './define-default.service.js';
import { OwnHistories } from './own-histories.service.js';
import { Replays } from './replays.service.js';
import { CustomerNoticeResolver, ScoreReviewsResolver } from './reviews.resolver.js';
import { ScoreReviews } from './reviews.service.js';
import { ScoreResolver } from './score.resolver.js';
import { ScorecardResolver } from './scorecard.resolver.js';
import { ScorecardShown } from './scorecard-shown.service.js';
import { Scorecards, ScoringProblem } from './scorecards.service.js';
import { ScoreHistoryLoader, ScoresLoader } from './scores.loader.js';
import { ScoringJobs } from './scoring.jobs.js';
import { ScoringResolver } from './scoring.resolver.js';
import { ScoringService } from './scoring.service.js';
import { DefaultTraining } from './train-default.service.js';

@Module({
  imports: [ApprovalsModule, CustomersModule, LedgerModule, ModelsModule],
  providers: [
    ScoringService,
    ScoresLoader,
    ScoreHistoryLoader,
    ScoringJobs,
    ScoreResolver,
    ScorecardResolver,
    ScoringResolver,
    CustomerScoringResolver,
    OwnHistories,
    Replays,
    Defaults,
    DefaultDefinitions,
    DefaultPreviews,
    DefineDefault,
    DefaultsResolver,
    ScoreReviews,
    ScoreReviewsResolver,
    CustomerNoticeResolver,
    Scorecards,
    ScoringProblem,
    ScorecardShown,
    DefaultTraining,
  ],
  exports: [DefaultTraining, Defaults, OwnHistories, ScoringService, ScoresLoader],
})
export class ScoringModule {}
