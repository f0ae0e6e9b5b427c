import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { countryCode, isCurrency } from '../../analytics/index.js';
import { type ProspectNamed, Prospects } from '../customers/prospects.service.js';
import { keyOf } from '../shared/list.js';
import { NotFound } from '../shared/refusal.js';
import { CompanyNotNamed, CreditCheckNotRight, NotAskable } from './credit-checks.errors.js';
import type { ProspectInput, RequestCreditCheckInput } from './credit-checks.inputs.js';
import type { Company, Provider } from './providers/provider.js';

export interface AskedAbout {
  customerId: number;
  company: Company;
}

/** Which company a request is about, and by what the provider finds it. */
@Injectable()
export class AskedAboutService {
  constructor(private readonly prospects: Prospects) {}

  async of(client: pg.ClientBase, input: RequestCreditCheckInput, provider: Provider): Promise<AskedAbout> {
    if ((input.customerId === undefined) === (input.prospect === undefined)) throw new CompanyNotNamed();
    const id = input.prospect
      ? await this.prospects.knownOrNew(client, named(input.prospect))
      : keyOf(String(input.customerId));
    // What a provider called the company once, it is called again.
    const { rows } = await client.query<Omit<Company, 'reference'> & { known: string | null }>(
      `select name, registration_number as "registrationNumber", country, (select k.reference from credit_check k
          where k.customer_id = c.id and k.provider = $2 order by k.received_at desc, k.id desc limit 1) as known
         from customer c where c.id = $1`,
      [id, provider.key],
    );
    if (!rows[0]) throw new NotFound('customer', String(input.customerId));
    const { known, ...found } = rows[0];
    const company = { ...found, reference: input.reference?.trim() || known };
    const whyNot = provider.whyNot(company);
    if (whyNot !== null) throw new NotAskable(whyNot);
    return { customerId: id, company };
  }
}

function named({ companyName, registrationNumber, country, entityType, currency }: ProspectInput): ProspectNamed {
  const code = country?.trim() ? countryCode(country) : null;
  if (companyName.trim() === '') throw new CreditCheckNotRight('Give the name of the company or person.');
  if (country?.trim() && code === null)
    throw new CreditCheckNotRight(`“${country}” is not a country: give the two letters of ISO 3166, such as DE.`);
  if (!isCurrency(currency))
    throw new CreditCheckNotRight(`“${currency}” is not a currency: give the three letters of ISO 4217, such as EUR.`);
  return {
    companyName: companyName.trim(),
    registrationNumber: registrationNumber?.trim() || null,
    country: code,
    entityType,
    currency,
  };
}
