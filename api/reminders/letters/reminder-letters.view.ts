import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../../shared/scalars.js';

@ObjectType({ description: 'The letters of a day: printed as one file, then posted by a person.' })
export class ReminderLetters {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The earliest day with letters to post; null: there are none.',
  })
  on: string | null;

  @Field(() => Int, { description: 'Letters of that day that are to be printed.' })
  toPrint: number;

  @Field(() => Int, { description: 'Letters of that day that are printed, and nobody has said that they were posted.' })
  toPost: number;
}

@InputType({ description: 'The letters of which day.' })
export class PrintLettersInput {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;
}

@InputType({ description: 'What became of the printed letters of a day.' })
export class PostLettersInput {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => Boolean, {
    description:
      'True: they were posted. False: none was, and they are to be printed again as far as they are still true.',
  })
  werePosted: boolean;
}
