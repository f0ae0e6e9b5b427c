import { graphql } from '../graphql.js';

export const LeaveOut = graphql(`
  mutation LeaveOut($input: LeaveOutInput!) {
    leaveOutOfReminders(input: $input) {
      id
      leftOutOfReminders
    }
  }
`);
