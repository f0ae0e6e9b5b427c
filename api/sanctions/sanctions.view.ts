import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A list of sanctions that applicants are looked for in.' })
export class SanctionList {
  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => Int, { description: 'How many it names.' })
  entries: number;

  @Field(() => String, { description: 'SHA-256 of the file.' })
  sha256: string;

  @Field(() => InstantScalar, { description: 'When it was imported.' })
  importedAt: Date;

  @Field(() => String, { description: 'Who imported it.' })
  importedBy: string;
}

@ObjectType({ description: 'What a person found out about a match on a list of sanctions.' })
export class SanctionSettlement {
  @Field(() => String, { description: 'The name on the list.' })
  entry: string;

  @Field(() => Boolean, { description: 'Whether the company is the one on the list.' })
  isSame: boolean;

  @Field(() => String, { description: 'How that was found out.' })
  reason: string;

  @Field(() => String, { description: 'Who said so.' })
  settledBy: string;

  @Field(() => InstantScalar, { description: 'When.' })
  settledAt: Date;
}
