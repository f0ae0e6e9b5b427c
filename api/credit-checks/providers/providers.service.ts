import { Injectable } from '@nestjs/common';
import { Config } from '../../config.js';
import { BureauScales } from '../bureau-scales.service.js';
import type { CreditCheckProvider } from '../credit-check.view.js';
import { ProviderNotSetUp } from '../credit-checks.errors.js';
import { CompaniesHouse } from './companies-house.js';
import { Creditsafe } from './creditsafe.js';
import { Dnb } from './dnb.js';
import { Gazette } from './gazette.js';
import type { Answered, Company, Provider } from './provider.js';

/** Whom we can ask, as the installation is set up. */
@Injectable()
export class Providers {
  readonly all: readonly Provider[];

  constructor(
    { providers }: Config,
    private readonly scales: BureauScales,
  ) {
    this.all = [
      new CompaniesHouse(providers.companiesHouse),
      new Creditsafe(providers.creditsafe),
      new Dnb(providers.dnb),
      new Gazette(providers.gazette),
    ];
  }

  /** One that can be asked. */
  of(key: CreditCheckProvider): Provider {
    const provider = this.all.find((each) => each.key === key);
    if (!provider)
      throw new ProviderNotSetUp('What is typed in is not asked for: use typeInCreditCheck, or choose a provider.');
    if (!provider.isConfigured)
      throw new ProviderNotSetUp(`${provider.title} is not set up. ${provider.setUp} Until then type the report in.`);
    return provider;
  }

  titleOf(key: CreditCheckProvider): string {
    return this.all.find((each) => each.key === key)?.title ?? key;
  }

  /** Asks, and reads the answer by the scales of today. */
  async ask(provider: Provider, company: Company): Promise<Answered> {
    return provider.ask(company, await this.scales.reader());
  }
}
