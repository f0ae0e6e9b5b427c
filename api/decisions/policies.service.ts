import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { ApprovalAction } from '../approvals/approval.view.js';
import { Approvals, type Signed } from '../approvals/approvals.service.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { DraftHasChanged, NoDraft } from './decisions.errors.js';
import type { DraftPolicyInput } from './policies.inputs.js';
import { completed, defaultDocument, fingerprint, type PolicyDocument, policyDocument } from './policy.js';
import { type PolicyActivation, PolicyState, type PolicyView } from './policy.view.js';
import { isAssumption, policySettings, type SettingKey } from './policy-settings.js';

interface Row {
  version: string;
  state: PolicyState;
  document: PolicyDocument;
  madeBy: string;
  madeAt: Date | null;
  reason: string | null;
  approvedBy: string | null;
}
const select = `select version, state, document, made_by as "madeBy", made_at as "madeAt", reason, approved_by as "approvedBy" from policy`;

/** What the program brings along holds until another is activated. */
const broughtAlong: Row = {
  version: defaultDocument.version,
  state: PolicyState.IN_FORCE,
  document: defaultDocument,
  madeBy: 'the product',
  madeAt: null,
  reason: null,
  approvedBy: null,
};

/** What recommendations assume: the policy in force, a draft of the next, and how one becomes the other. */
@Injectable()
export class Policies implements OnModuleInit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly approvals: Approvals,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.approvals.declareForBook(ApprovalAction.ACTIVATE_POLICY, (client, draft: Asked, signed) =>
      this.put(client, draft, signed),
    );
  }

  async inForce(): Promise<PolicyDocument> {
    return (await this.rowInForce()).document;
  }

  /** The version a decision names. */
  async document(version: string): Promise<PolicyDocument> {
    const document = await this.find(version);
    if (!document) throw new NotFound('policy', version);
    return document;
  }

  /** Null for a version from before policies were documents. */
  async find(version: string): Promise<PolicyDocument | null> {
    const row = await this.one('version = $1', [version]);
    if (row) return row.document;
    return version === broughtAlong.version ? broughtAlong.document : null;
  }

  async shownInForce(): Promise<PolicyView> {
    return shown(await this.rowInForce());
  }

  async shownDraft(): Promise<PolicyView | null> {
    const row = await this.rowOfDraft();
    return row ? shown(row) : null;
  }

  async draft(): Promise<PolicyDocument> {
    const row = await this.rowOfDraft();
    if (!row) throw new NoDraft();
    return row.document;
  }

  /** A draft is all of the policy in force, but for what it changes. */
  async write({ settings, reason }: DraftPolicyInput): Promise<PolicyView> {
    const before = await this.inForce();
    const changed = settings.map(({ key, value, source }) => [
      key,
      { value, source, unit: policySettings[key as SettingKey]?.unit ?? '' },
    ]);
    const rows = await this.sql.rows<{ version: string }>(`select version from policy where state <> 'draft'`);
    const version = nextVersion([before.version, ...rows.map((row) => row.version)]);
    const document = policyDocument({
      version,
      settings: { ...before.settings, ...Object.fromEntries(changed) },
    });
    await this.sql.transaction(async (client) => {
      await client.query(`delete from policy where state = 'draft'`);
      await client.query(
        `insert into policy (version, state, document, made_by, made_at, reason) values ($1, 'draft', $2, $3, $4, $5)`,
        [version, document, caller().name, this.clock.now(), reason],
      );
      await this.audit.record(client, {
        action: 'drafted a policy',
        subjectType: 'policy',
        subjectId: version,
        ...differences(before, document),
        reason,
      });
    });
    return shown((await this.rowOfDraft()) as Row);
  }

  async discard(): Promise<boolean> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query(`delete from policy where state = 'draft' returning version`);
      if (rows.length === 0) throw new NoDraft();
      await this.audit.record(client, {
        action: 'discarded the draft of a policy',
        subjectType: 'policy',
        subjectId: rows[0].version,
      });
    });
    return true;
  }

  /** What is approved is the draft as it was when it was asked for. */
  async activate(): Promise<PolicyActivation> {
    const draft = await this.rowOfDraft();
    if (!draft) throw new NoDraft();
    const changed = Object.keys(differences(await this.inForce(), draft.document).after).length;
    const approval = await this.approvals.doOrAsk({
      action: ApprovalAction.ACTIVATE_POLICY,
      customer: null,
      amount: null,
      summary: `Let recommendations stand on ${draft.version}: ${changed === 1 ? 'one setting changes' : `${changed} settings change`}.`,
      reason: draft.reason,
      input: { version: draft.version, fingerprint: fingerprint(draft.document) } satisfies Asked,
    });
    return { approval, policy: (await this.shownDraft()) ?? (await this.shownInForce()) };
  }

  /** Keeps what the program brought along beside the first decision that stands on it. */
  async store(client: pg.ClientBase, version: string): Promise<void> {
    if (version !== broughtAlong.version) return;
    await client.query(
      `insert into policy (version, state, document, made_by, made_at, in_force_from)
       values ($1, 'in force', $2, $3, $4, $4) on conflict do nothing`,
      [version, broughtAlong.document, broughtAlong.madeBy, this.clock.now()],
    );
  }

  private async put(client: pg.ClientBase, asked: Asked, { askedBy, approvedBy }: Signed): Promise<void> {
    await this.store(client, (await this.inForce()).version);
    const { rows } = await client.query<Row>(`${select} where state = 'draft' for update`);
    const draft = rows[0];
    if (!draft || draft.version !== asked.version || fingerprint(completed(draft.document)) !== asked.fingerprint)
      throw new DraftHasChanged();
    const before = (await client.query<Row>(`${select} where state = 'in force' for update`)).rows[0] ?? broughtAlong;
    const now = this.clock.now();
    await client.query(`update policy set state = 'past', in_force_to = $1 where state = 'in force'`, [now]);
    await client.query(
      `update policy set state = 'in force', in_force_from = $2, approved_by = $3 where version = $1`,
      [draft.version, now, approvedBy],
    );
    await this.audit.record(client, {
      action: 'activated a policy',
      subjectType: 'policy',
      subjectId: draft.version,
      ...differences(completed(before.document), completed(draft.document)),
      reason: draft.reason ?? undefined,
      details: { askedBy, approvedBy, inPlaceOf: before.version },
    });
  }

  private async rowInForce(): Promise<Row> {
    return (await this.one(`state = 'in force'`)) ?? broughtAlong;
  }

  private rowOfDraft() {
    return this.one(`state = 'draft'`);
  }

  private async one(where: string, values: unknown[] = []): Promise<Row | undefined> {
    const row = await this.sql.one<Row>(`${select} where ${where}`, values);
    return row && { ...row, document: completed(row.document) };
  }
}

interface Asked {
  version: string;
  fingerprint: string;
}

function nextVersion(versions: string[]): string {
  return `policy-${Math.max(...versions.map((version) => Number(version.replace('policy-', '')))) + 1}`;
}

/** The values that differ, by key. */
function differences(before: PolicyDocument, after: PolicyDocument) {
  const keys = (Object.keys(policySettings) as SettingKey[]).filter(
    (key) => JSON.stringify(before.settings[key].value) !== JSON.stringify(after.settings[key].value),
  );
  const of = (document: PolicyDocument) => Object.fromEntries(keys.map((key) => [key, document.settings[key].value]));
  return { before: of(before), after: of(after) };
}

const shown = ({ document, ...row }: Row): PolicyView => ({
  ...row,
  document,
  settings: (Object.keys(policySettings) as SettingKey[]).map((key) => ({
    key,
    group: policySettings[key].group,
    title: policySettings[key].title,
    ...document.settings[key],
    isAssumption: isAssumption(key),
  })),
});
