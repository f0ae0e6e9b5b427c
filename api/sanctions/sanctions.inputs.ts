import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';

@InputType({ description: 'What a person found out about a match on a list of sanctions.' })
export class SettleSanctionMatchInput {
  @Field(() => String, { description: 'The company, as it was vetted.' })
  @MaxLength(200)
  companyName: string;

  @Field(() => String, { nullable: true, description: 'Its number in the register, as it was vetted.' })
  @IsOptional()
  @MaxLength(50)
  registrationNumber?: string;

  @Field(() => String, { nullable: true, description: 'Its country, as it was vetted.' })
  @IsOptional()
  @MaxLength(60)
  country?: string;

  @Field(() => String, { description: 'The name on the list, as the finding has it.' })
  @MaxLength(1000)
  entry: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the list says of it, as the finding has it: two on a list may have one name.',
  })
  @IsOptional()
  @MaxLength(2000)
  detail?: string | null;

  @Field(() => Boolean, { description: 'True: the company is the one on the list.' })
  isSame: boolean;

  @Field(() => String, { description: 'How that was found out: kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}
