import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ModelsModule } from '../models/models.module.js';
import { ChanceOfLateLoader } from './chance-of-late.loader.js';
import { CustomerLatenessResolver } from './customer-lateness.resolver.js';
import { InvoiceLatenessLoader } from './invoice-lateness.loader.js';
import { InvoiceLatenessResolver } from './invoice-lateness.resolver.js';
import { LatenessJobs } from './lateness.jobs.js';
import { LatenessService } from './lateness.service.js';
import { LatenessBooks } from './lateness-book.service.js';
import { ModelsResolver } from './models.resolver.js';
import { Models } from './models.service.js';
import { ModelsShown, PromotionsLoader } from './models-shown.service.js';
import { PartsOfBook } from './parts-of-book.service.js';
import { Promotions } from './promotions.service.js';
import { LatenessTelling } from './tell-lateness.service.js';
import { Training } from './train.service.js';

@Module({
  imports: [AuthModule, LedgerModule, ModelsModule],
  providers: [
    LatenessService,
    LatenessBooks,
    Models,
    Training,
    PartsOfBook,
    LatenessTelling,
    Promotions,
    PromotionsLoader,
    ModelsShown,
    ModelsResolver,
    InvoiceLatenessLoader,
    InvoiceLatenessResolver,
    ChanceOfLateLoader,
    CustomerLatenessResolver,
    LatenessJobs,
  ],
  exports: [LatenessService, Training, LatenessTelling],
})
export class LatenessModule {}
