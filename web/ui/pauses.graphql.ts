import { graphql } from '../graphql.js';

export const PauseReminders = graphql(`
  mutation PauseReminders($input: PauseRemindersInput!) {
    pauseReminders(input: $input) { id untilOn }
  }
`);

export const EndPause = graphql(`
  mutation EndPause($input: EndPauseInput!) {
    endReminderPause(input: $input) { id endedAt }
  }
`);
