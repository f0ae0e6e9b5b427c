import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { wholeBook } from '../shared/cost.js';
import type { Page } from '../shared/page.js';
import { AuditArgs, AuditEntry, AuditPage } from './audit.view.js';
import { AuditLog } from './audit-log.service.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly log: AuditLog) {}

  @Allow('audit.read')
  @Query(() => AuditPage, { complexity: wholeBook, description: 'Who did what, and when.' })
  auditEntries(@Args() args: AuditArgs): Promise<Page<AuditEntry>> {
    return this.log.page(args);
  }
}
