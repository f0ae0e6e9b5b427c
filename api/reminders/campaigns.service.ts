import { Injectable } from '@nestjs/common';
import {
  type ReminderAudience as Audience,
  addDays,
  type Campaign as CampaignDocument,
  isMessage,
  type PlannedContact,
  runOfReminders,
  wrongWithCampaign,
} from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { CampaignDraftInput, CampaignsArgs, ReminderAudienceInput } from './campaign.inputs.js';
import type { Campaign, CampaignChange, CampaignDifference, ReminderChannel } from './campaign.view.js';
import { CampaignNotDraft, CampaignNotUsable } from './campaigns.errors.js';
import type { DueInvoice } from './reminder-plan.js';
import { ReminderPlanner } from './reminder-planner.service.js';

const columns = `a.id, a.state, a.document, a.note, a.made_by as "madeBy", a.made_at as "madeAt", a.activated_by as "activatedBy",
  a.activated_at as "activatedAt", a.retired_at as "retiredAt"`;
/** As far as a draft shows what it changes. */
const DAYS_SHOWN = 14;

@Injectable()
export class CampaignsService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly planner: ReminderPlanner,
  ) {}

  campaigns(args: CampaignsArgs): Promise<Page<Campaign>> {
    const values = new Values();
    return listOf<Campaign>(this.sql, {
      select: columns,
      from: 'campaign a',
      where: [args.filter?.state !== undefined && `a.state = ${values.add(args.filter.state)}`],
      values,
      sort: args.sort === 'note' ? { by: 'a.note', type: 'text' } : { by: 'a.made_at', type: 'timestamptz' },
      key: 'a.id',
      direction: args.direction,
      page: args,
    });
  }

  /** There is one draft: a new one takes the place of what was not activated. */
  async saveDraft(input: CampaignDraftInput): Promise<Campaign> {
    const document = documentOf(input);
    const wrong = wrongWithCampaign(document);
    if (wrong.length > 0) throw new CampaignNotUsable(wrong);
    const id = await this.sql.transaction(async (client) => {
      const before = await client.query<{ document: CampaignDocument }>(
        `delete from campaign where state = 'draft' returning document`,
      );
      const { rows } = await client.query<{ id: number }>(
        'insert into campaign (document, note, made_by, made_at) values ($1, $2, $3, $4) returning id',
        [document, input.note, caller().name, this.clock.now()],
      );
      await this.audit.record(client, {
        action: 'drafted a campaign',
        subjectType: 'campaign',
        subjectId: String(rows[0]?.id),
        before: { draft: before.rows[0]?.document ?? null },
        after: { draft: document },
        reason: input.note,
      });
      return rows[0]?.id as number;
    });
    return this.byId(id);
  }

  async activate(campaignId: string): Promise<Campaign> {
    const id = keyOf(campaignId);
    const difference = await this.difference(campaignId);
    await this.sql.transaction(async (client) => {
      const now = this.clock.now();
      const before = await client.query<{ id: number }>(
        `update campaign set state = 'retired', retired_at = $1 where state = 'active' returning id`,
        [now],
      );
      const done = await client.query(
        `update campaign set state = 'active', activated_by = $2, activated_at = $3 where id = $1 and state = 'draft'`,
        [id, caller().name, now],
      );
      if (done.rowCount === 0) throw new CampaignNotDraft(campaignId);
      const { rows: _, ...counts } = difference;
      await this.audit.record(client, {
        action: 'activated a campaign',
        subjectType: 'campaign',
        subjectId: campaignId,
        before: { campaign: before.rows[0]?.id },
        after: { campaign: id },
        details: counts,
      });
    });
    return this.byId(id);
  }

  /** Both campaigns are run over the fourteen days from today, on the ledger as it stands. */
  async difference(campaignId: string): Promise<CampaignDifference> {
    const from = this.clock.today();
    const [{ document: now }, { document: then }] = await Promise.all([
      this.planner.active(),
      this.byId(keyOf(campaignId)),
    ]);
    const before = await this.run(from, now);
    const after = await this.run(from, then);
    const said = (of: Run) =>
      new Map(of.flatMap(({ on, contacts }) => contacts.flatMap((contact) => wordsOf(on, contact))));
    const [old, fresh] = [said(before), said(after)];
    return {
      from,
      until: addDays(from, DAYS_SHOWN - 1),
      messagesNow: countOf(before, true),
      messagesThen: countOf(after, true),
      callsNow: countOf(before, false),
      callsThen: countOf(after, false),
      rows: [
        ...[...fresh].filter(([key]) => !old.has(key)).map(([, word]) => ({ ...word, isAdded: true })),
        ...[...old].filter(([key]) => !fresh.has(key)).map(([, word]) => ({ ...word, isAdded: false })),
      ],
    };
  }

  private async run(from: string, campaign: CampaignDocument): Promise<Run> {
    const span = { from: addDays(from, -150), until: addDays(from, 150) };
    const invoices = await this.planner.invoices(from, campaign, span);
    return runOfReminders(invoices, await this.planner.day(from, campaign), DAYS_SHOWN);
  }

  private async byId(id: number): Promise<Campaign> {
    const row = await this.sql.one<Campaign>(`select ${columns} from campaign a where a.id = $1`, [id]);
    if (!row) throw new NotFound('campaign', String(id));
    return row;
  }
}

type Run = { on: string; contacts: PlannedContact<DueInvoice>[] }[];

const countOf = (run: Run, areMessages: boolean) =>
  run.reduce(
    (sum, { contacts }) => sum + contacts.filter(({ channel }) => isMessage(channel) === areMessages).length,
    0,
  );

const wordsOf = (
  on: string,
  { channel, lines }: PlannedContact<DueInvoice>,
): [string, Omit<CampaignChange, 'isAdded'>][] =>
  lines.map(({ invoice: { customerId, invoiceId }, step }) => [
    `${on} ${invoiceId} ${step.key} ${channel}`,
    { on, customerId, invoiceId, step: step.key, channel: channel as ReminderChannel },
  ]);

function documentOf({ note: _, steps, cashFeedDays, ...rest }: CampaignDraftInput): CampaignDocument {
  return {
    ...rest,
    cashFeedDays: cashFeedDays ?? null,
    steps: steps.map(({ key, offsetDays, channel, audience }) => ({
      key: key.trim(),
      offsetDays,
      channel,
      audience: audienceOf(audience),
    })),
  };
}

function audienceOf({ grades, isForUnscored, ...rest }: ReminderAudienceInput): Audience {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null));
  return grades ? { ...given, grades: [...grades, ...(isForUnscored ? (['none'] as const) : [])] } : given;
}
