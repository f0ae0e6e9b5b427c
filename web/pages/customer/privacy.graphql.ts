import { graphql } from '../../graphql.js';

export const ExportContactData = graphql(`
  mutation ExportContactData($input: ContactInput!) {
    exportContactData(input: $input)
  }
`);

export const EraseContactData = graphql(`
  mutation EraseContactData($input: ContactInput!) {
    eraseContactData(input: $input) { messages }
  }
`);
