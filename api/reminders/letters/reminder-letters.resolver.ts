import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../auth/allow.js';
import { ReminderLettersService } from './reminder-letters.service.js';
import { PostLettersInput, PrintLettersInput, ReminderLetters } from './reminder-letters.view.js';

@Resolver(() => ReminderLetters)
export class ReminderLettersResolver {
  constructor(private readonly service: ReminderLettersService) {}

  @Allow('reminders.read')
  @Query(() => ReminderLetters, { description: 'Reminders by letter that a person is to print or to post.' })
  reminderLetters(): Promise<ReminderLetters> {
    return this.service.toDo();
  }

  @Allow('reminders.send')
  @Mutation(() => ReminderLetters, {
    description: 'Looks at the letters of a day once more and has them ready as one file; answers what is next.',
  })
  printLetters(@Args('input', { description: 'Which day.' }) { on }: PrintLettersInput): Promise<ReminderLetters> {
    return this.service.print(on);
  }

  @Allow('reminders.send')
  @Mutation(() => ReminderLetters, {
    description: 'Writes down whether the printed letters of a day were posted; answers what is next.',
  })
  postLetters(
    @Args('input', { description: 'Which day, and whether.' }) { on, werePosted }: PostLettersInput,
  ): Promise<ReminderLetters> {
    return this.service.post(on, werePosted);
  }
}
