import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../auth/allow.js';
import { CustomersService } from '../customers/customers.service.js';
import { NotFound } from '../shared/refusal.js';
import { asDocx } from './contract-docx.js';
import { asPdf } from './contract-pdf.js';
import { asText, type ContractText } from './contract-text.js';
import { Contracts } from './contracts.service.js';

/** A contract as a file: to read, to sign, or to work on. */
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly contracts: Contracts,
    private readonly customers: CustomersService,
  ) {}

  @Allow('ledger.read')
  @Get(':customerId/:id/contract.pdf')
  async pdf(@Param('customerId') customerId: string, @Param('id') id: string, @Res() response: Response) {
    const contract = await this.find(customerId, id, response);
    if (contract) await pipeline(asPdf(contract), headed(response, id, 'pdf', 'application/pdf'));
  }

  @Allow('ledger.read')
  @Get(':customerId/:id/contract.docx')
  async docx(@Param('customerId') customerId: string, @Param('id') id: string, @Res() response: Response) {
    const contract = await this.find(customerId, id, response);
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (contract) headed(response, id, 'docx', type).end(await asDocx(contract));
  }

  @Allow('ledger.read')
  @Get(':customerId/:id/contract.txt')
  async text(@Param('customerId') customerId: string, @Param('id') id: string, @Res() response: Response) {
    const contract = await this.find(customerId, id, response);
    if (contract) headed(response, id, 'txt', 'text/plain; charset=utf-8').end(asText(contract));
  }

  private async find(customerId: string, id: string, response: Response): Promise<ContractText | null> {
    try {
      const { supplier, drawnUpOn, clauses } = await this.contracts.byKey(customerId, id);
      const customer = await this.customers.byId(customerId);
      return { supplier, customer: customer.name, drawnUpOn, clauses };
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      response.status(404).json({ code: error.code, message: error.message });
      return null;
    }
  }
}

function headed(response: Response, id: string, ending: string, type: string): Response {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="contract-${Number(id)}.${ending}"`);
  return response;
}
