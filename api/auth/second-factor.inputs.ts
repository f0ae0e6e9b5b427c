import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';

@ArgsType()
export class CodeArgs {
  @Field(() => String, { description: 'Six digits that the app shows.' })
  @MaxLength(50)
  code: string;
}

@InputType({ description: 'Who begins a second factor shows that it is them, and not somebody at a page left open.' })
export class BeginSecondFactorInput {
  @Field(() => String, { description: 'Password.' })
  @MaxLength(1000)
  password: string;
}

@InputType({ description: 'Who ends a second factor shows that they have both.' })
export class EndSecondFactorInput {
  @Field(() => String, { description: 'Password.' })
  @MaxLength(1000)
  password: string;

  @Field(() => String, { description: 'Six digits that the app shows, or a recovery code.' })
  @MaxLength(50)
  code: string;
}
