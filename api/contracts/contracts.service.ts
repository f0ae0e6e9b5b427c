import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Day } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import type { Customer } from '../customers/customer.entity.js';
import { CustomersService } from '../customers/customers.service.js';
import type { Application } from '../decisions/application.js';
import { aboveTheLaw } from '../decisions/conditions.js';
import type { Decision } from '../decisions/decision.view.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { offerOf } from '../decisions/offer-of.js';
import { Outcome } from '../decisions/outcome.js';
import { Policies } from '../decisions/policies.service.js';
import { type Policy, policyOf } from '../decisions/policy.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { keyOf, listsOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { ANYWHERE, Clauses, countryOf } from './clauses.service.js';
import type { Contract, ContractClause, ContractProposal } from './contract.view.js';
import { doubtAboutInterest, figuresOf } from './contract-text.js';
import { AlreadySigned, NothingToAgree, SignedOnThatDay } from './contracts.errors.js';
import type { ContractsArgs, DrawUpContractInput, ProposalArgs, SignedContractInput } from './contracts.inputs.js';
import { type Figures, filled } from './fields.js';
import { neededClauses } from './needed-clauses.js';

const columns = `k.customer_id as "customerId", k.id, k.decision_id as "decisionId", k.supplier, nullif(k.country, '${ANYWHERE}') as country,
  k.drawn_up_on as "drawnUpOn", k.drawn_up_by as "drawnUpBy", k.clauses, k.signed_on as "signedOn", k.signed_told_by as "signedToldBy"`;

const NOTE =
  'These words are a library of our own with the figures of the decision in them. Have a lawyer of the country read the library before the first contract is signed, and again when the law changes.';

type Change = Record<string, unknown>;

interface Basis {
  customer: Customer;
  decision: Decision;
  application: Application;
  policy: Policy;
  /** What it was decided by: its figures are those of the contract. */
  decidedBy: Policy;
}

/** Contracts with the clauses that a recommendation needs, and whether they were signed. */
@Injectable()
export class Contracts {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly customers: CustomersService,
    private readonly decisions: DecisionsService,
    private readonly clauses: Clauses,
    private readonly policies: Policies,
  ) {}

  async proposal(args: ProposalArgs): Promise<ContractProposal> {
    const basis = await this.basis(args);
    const { customer, decision, application } = basis;
    const country = countryOf(args.country) ?? customer.country;
    const supplier = await this.newestSupplier();
    const { deposit, termsDays } = offerOf(decision);
    const needed = neededClauses({
      depositMinor: deposit.minor,
      termsDays,
      isNaturalPerson: application.isNaturalPerson,
      suppliesGoods: args.suppliesGoods,
    });
    const figures = figuresFor(basis, supplier || 'the supplier', country, this.clock.today());
    const inForce = await this.clauses.inForce(country);
    const clauses = [...needed].flatMap(([key, because]) => {
      const clause = inForce.get(key);
      if (!clause) return [];
      const { title, validOn } = clause;
      return { key, title, text: filled(title, clause.body, figures), country: clause.country, validOn, because };
    });
    return { supplier, country, clauses, note: noteFor(basis, country, this.clock.today()) };
  }

  async drawUp(input: DrawUpContractInput): Promise<Contract> {
    const basis = await this.basis(input);
    const { customer, decision } = basis;
    const country = countryOf(input.country) ?? customer.country;
    const figures = figuresFor(basis, input.supplier.trim(), country, this.clock.today());
    const inForce = await this.clauses.inForce(country);
    const clauses = input.clauses.map((key): ContractClause => {
      const clause = inForce.get(key);
      if (!clause) throw new NotFound('clause', key);
      const { title, validOn } = clause;
      return { key, title, text: filled(title, clause.body, figures), country: clause.country, validOn };
    });
    return this.sql.transaction(async (client) => {
      const { rows } = await client.query<Contract>(
        `insert into contract as k (customer_id, decision_id, country, supplier, drawn_up_on, drawn_up_by, clauses)
         values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
        [
          ...[customer.id, decision.id, country ?? ANYWHERE, input.supplier.trim()],
          ...[this.clock.today(), caller().name, JSON.stringify(clauses)],
        ],
      );
      const contract = rows[0] as Contract;
      await this.record(client, contract, 'drew up a contract', undefined, { clauses: clauses.map(({ key }) => key) });
      return contract;
    });
  }

  async signed({ customerId, contractId, signedOn }: SignedContractInput): Promise<Contract> {
    const contract = await this.byKey(customerId, contractId);
    const today = this.clock.today();
    if (contract.signedOn !== null) throw new AlreadySigned(contract.signedToldBy ?? '', contract.signedOn);
    if (signedOn < contract.drawnUpOn || signedOn > today) throw new SignedOnThatDay(contract.drawnUpOn, today);
    return this.sql.transaction(async (client) => {
      const { rows } = await client.query<Contract>(
        `update contract k set signed_on = $3, signed_told_by = $4 where k.customer_id = $1 and k.id = $2 and k.signed_on is null returning ${columns}`,
        [contract.customerId, contract.id, signedOn, caller().name],
      );
      if (!rows[0]) throw new AlreadySigned('Somebody else', today);
      await this.record(client, rows[0], 'noted that a contract is signed', { signedOn: null }, { signedOn });
      return rows[0];
    });
  }

  async byKey(customerId: string, id: string): Promise<Contract> {
    const found = await this.sql.one<Contract>(
      `select ${columns} from contract k where k.customer_id = $1 and k.id = $2`,
      [keyOf(customerId), keyOf(id)],
    );
    if (!found) throw new NotFound('contract', id);
    return found;
  }

  ofCustomers(customerIds: readonly number[], { filter = {}, ...args }: ContractsArgs): Promise<Page<Contract>[]> {
    const list = {
      select: columns,
      from: 'contract k',
      where: [filter.isSigned !== undefined && `(k.signed_on is not null) = ${filter.isSigned}`],
      values: new Values(),
      sort: {
        by: args.sort === 'signed_on' ? `coalesce(k.signed_on, 'infinity'::date)` : 'k.drawn_up_on',
        type: 'date' as const,
      },
      key: 'k.id',
      direction: args.direction,
      page: args,
      owner: 'k.customer_id',
    };
    return listsOf<Contract>(this.sql, list, customerIds);
  }

  private async basis(of: { customerId: string; decisionId: string }): Promise<Basis> {
    const customer = await this.customers.byId(of.customerId);
    const decision = await this.decisions.byKey(customer.id, of.decisionId);
    const { outcome } = decision;
    if (outcome !== Outcome.APPROVE && outcome !== Outcome.APPROVE_WITH_CONDITIONS)
      throw new NothingToAgree(customer.name, outcome);
    const inForce = await this.policies.inForce();
    const decidedBy = (await this.policies.find(decision.recommendation.policyVersion)) ?? inForce;
    return {
      customer,
      decision,
      application: decision.inputs as Application,
      policy: policyOf(inForce),
      decidedBy: policyOf(decidedBy),
    };
  }

  async newestSupplier(): Promise<string> {
    const row = await this.sql.one<{ supplier: string }>('select supplier from contract order by id desc limit 1');
    return row?.supplier ?? '';
  }

  private record(client: pg.ClientBase, contract: Contract, action: string, before: Change | undefined, after: Change) {
    return this.audit.record(client, {
      action,
      subjectType: 'customer',
      subjectId: String(contract.customerId),
      before,
      after,
      details: { contract: contract.id, decision: contract.decisionId },
    });
  }
}

/** A contract may be drawn up with terms that the law caps, or a rate that nobody has seen printed: whoever does is told. */
function noteFor({ customer, decision, policy }: Basis, country: string | null, on: Day): string {
  const { termsDays } = offerOf(decision);
  const tooLong = aboveTheLaw(termsDays, customer.entityType, policy);
  return [NOTE, tooLong && `The terms are ${termsDays} days. ${tooLong}`, doubtAboutInterest(country, on)]
    .filter(Boolean)
    .join(' ');
}

function figuresFor(
  { customer, decision, application, decidedBy }: Basis,
  supplier: string,
  country: string | null,
  drawnUpOn: Day,
): Figures {
  const { recommendation } = decision;
  const offer = offerOf(decision);
  return figuresOf({
    supplier,
    customer: customer.name,
    currency: offer.deposit.currency,
    contractValueMinor: application.contractValueMinor,
    billingPeriodDays: recommendation.billingPeriodDays ?? application.billingPeriodDays,
    termsDays: offer.termsDays,
    depositMinor: offer.deposit.minor,
    depositShare: offer.depositShare,
    limitMinor: offer.limit.minor,
    holdDays: decidedBy.daysToHold,
    noticeDays: decidedBy.noticeDays,
    releaseInvoices: decidedBy.releaseInvoices,
    releaseDaysLate: decidedBy.releaseDaysLate,
    restoreDays: decidedBy.restoreDays,
    interest: decidedBy.interest,
    country,
    drawnUpOn,
    disputeDays: decidedBy.disputeDays,
    reportingDays: decidedBy.reportingDays,
  });
}
