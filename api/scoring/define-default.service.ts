import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { DefaultDefinitions } from './default-definitions.service.js';
import type { DefaultDefinitionInput } from './defaults.inputs.js';
import type { DefaultDefined } from './defaults.view.js';
import { definitionInWords } from './definition-in-words.js';

type Asked = DefaultDefinitionInput & { validOn: string };

/** Says what counts as a default from a day on: whoever asks is not who approves. */
@Injectable()
export class DefineDefault implements OnModuleInit {
  constructor(
    private readonly definitions: DefaultDefinitions,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.approvals.declareForBook(ApprovalAction.SET_DEFAULT_DEFINITION, (client, asked: Asked, signed) =>
      this.put(client, asked, signed),
    );
  }

  async set(input: DefaultDefinitionInput): Promise<DefaultDefined> {
    const asked: Asked = { ...input, validOn: input.validOn ?? this.definitions.today() };
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.SET_DEFAULT_DEFINITION,
      customer: null,
      amount: null,
      summary: definitionInWords(asked),
      reason: input.reason,
      input: asked,
    });
    return { approval, evidence: await this.definitions.evidence() };
  }

  private async put(client: pg.ClientBase, asked: Asked, { askedBy, approvedBy }: Signed): Promise<void> {
    const { daysPastDue, floorMajor, countsInsolvency, countsWriteOff, countsHandedOver, reason, validOn } = asked;
    const { setBy: _, approvedBy: __, reason: ___, ...before } = await this.definitions.inForce(validOn);
    await client.query(
      `insert into default_definition (valid_on, days_past_due, floor_major, counts_insolvency, counts_write_off, counts_handed_over, reason, set_by, approved_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (valid_on) do update set days_past_due = excluded.days_past_due, floor_major = excluded.floor_major,
         counts_insolvency = excluded.counts_insolvency, counts_write_off = excluded.counts_write_off,
         counts_handed_over = excluded.counts_handed_over,
         reason = excluded.reason, set_by = excluded.set_by, approved_by = excluded.approved_by`,
      [
        validOn,
        daysPastDue,
        floorMajor,
        countsInsolvency,
        countsWriteOff,
        countsHandedOver,
        reason,
        askedBy,
        approvedBy,
      ],
    );
    await this.audit.record(client, {
      action: 'set what counts as a default',
      subjectType: 'definition of default',
      subjectId: validOn,
      before,
      after: { validOn, daysPastDue, floorMajor, countsInsolvency, countsWriteOff, countsHandedOver },
      reason,
      details: { askedBy, approvedBy },
    });
    await this.jobs.enqueue(client, 'count-defaults', {});
  }
}
