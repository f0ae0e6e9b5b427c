import { graphql } from '../../graphql.js';

export const WebhooksQuery = graphql(`
  query Webhooks {
    webhookEndpoints(first: 50, filter: { isTold: true }) {
      totalCount
      nodes { id name url events waiting dead }
    }
  }
`);

export const GivenUpQuery = graphql(`
  query GivenUp($first: Int!, $after: String, $sort: WebhookEventSort!, $direction: SortDirection!) {
    webhookEvents(first: $first, after: $after, sort: $sort, direction: $direction, filter: { state: DEAD }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id type endpointName attempts attemptedAt happenedAt error customer { id name } }
    }
  }
`);

export const AddWebhook = graphql(`
  mutation AddWebhook($input: AddWebhookEndpointInput!) {
    addWebhookEndpoint(input: $input) { secret endpoint { id name } }
  }
`);

export const EndWebhook = graphql(`
  mutation EndWebhook($id: ID!) {
    endWebhookEndpoint(id: $id) { id name }
  }
`);

export const SendAgain = graphql(`
  mutation SendWebhookAgain($input: SendWebhookAgainInput!) {
    sendWebhookAgain(input: $input) { id state }
  }
`);
