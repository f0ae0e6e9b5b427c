import { graphql } from '../../graphql.js';

const FormParts = graphql(`
  fragment FormParts on ProspectForm @_unmask {
    supplier
    companyName
    isSubmitted
    endsAt
    consent
    questions { key title help kind isRequired choices { value title } }
    answers { question text }
  }
`);

export const ProspectFormQuery = graphql(
  `
    query ProspectForm($secret: String!) {
      prospectForm(secret: $secret) { ...FormParts }
    }
  `,
  [FormParts],
);

export const KeepProspectForm = graphql(`
  mutation KeepProspectForm($input: ProspectAnswersInput!) {
    keepProspectForm(input: $input) { isSubmitted }
  }
`);

export const SubmitProspectForm = graphql(
  `
    mutation SubmitProspectForm($input: SubmitProspectFormInput!) {
      submitProspectForm(input: $input) { ...FormParts }
    }
  `,
  [FormParts],
);
