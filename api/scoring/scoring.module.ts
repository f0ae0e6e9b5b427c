import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CustomerScoringResolver } from './customer-scoring.resolver.js';
import { ScoreHistoryLoader, ScoresLoader } from './scores.loader.js';
import { ScoringJobs } from './scoring.jobs.js';
import { ScoringResolver } from './scoring.resolver.js';
import { ScoringService } from './scoring.service.js';

@Module({
  imports: [LedgerModule],
  providers: [ScoringService, ScoresLoader, ScoreHistoryLoader, ScoringJobs, ScoringResolver, CustomerScoringResolver],
  exports: [ScoringService, ScoresLoader],
})
export class ScoringModule {}
