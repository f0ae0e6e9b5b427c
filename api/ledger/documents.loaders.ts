import { Injectable } from '@nestjs/common';
import { Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import type { Credit } from './credit.entity.js';
import type { DaysLateArgs } from './days-late.inputs.js';
import type { DaysLatePoint } from './days-late.view.js';
import type { CreditsArgs, InvoicesArgs } from './invoices.inputs.js';
import { InvoicesService } from './invoices.service.js';
import type { InvoicePage } from './ledger.pages.js';

/** Pages of the documents of many customers: what a list of customers asks of each comes in one question. */
@Injectable()
export class InvoicesOfLoader extends Loader<InvoicePage, InvoicesArgs> {
  constructor(private readonly documents: InvoicesService) {
    super();
  }

  protected load(ids: readonly number[], args: InvoicesArgs): Promise<InvoicePage[]> {
    return this.documents.invoicesOf(ids, args);
  }
}

@Injectable()
export class CreditsOfLoader extends Loader<Page<Credit>, CreditsArgs> {
  constructor(private readonly documents: InvoicesService) {
    super();
  }

  protected load(ids: readonly number[], args: CreditsArgs): Promise<Page<Credit>[]> {
    return this.documents.credits(ids, args);
  }
}

@Injectable()
export class DaysLateOfLoader extends Loader<Page<DaysLatePoint>, DaysLateArgs> {
  constructor(private readonly documents: InvoicesService) {
    super();
  }

  protected load(ids: readonly number[], args: DaysLateArgs): Promise<Page<DaysLatePoint>[]> {
    return this.documents.daysLate(ids, args);
  }
}
