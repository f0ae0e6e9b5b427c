import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.js';
import { WriteOffInput } from './write-offs.inputs.js';
import { WriteOffs } from './write-offs.service.js';
import { WrittenOff } from './write-offs.view.js';

@Resolver()
export class WriteOffsResolver {
  constructor(private readonly service: WriteOffs) {}

  @Allow('ledger.write-off')
  @Mutation(() => WrittenOff, { description: 'Writes off what is open of an invoice, or asks a second person to.' })
  writeOffInvoice(@Args('input', { description: 'Which, and why.' }) input: WriteOffInput): Promise<WrittenOff> {
    return this.service.writeOff(input);
  }
}
