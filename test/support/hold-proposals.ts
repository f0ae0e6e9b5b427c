import { type Product, TODAY } from './product.js';

/** Whom the rules propose to hold, each with its reasons. */
export async function holdProposals(product: Product, asOf = TODAY): Promise<Record<string, string[]>> {
  const { holdProposals } = await product.gql(
    'query ($asOf: Day) { holdProposals(first: 50, asOf: $asOf, sort: NAME, direction: ASC) { nodes { customer { name } reasons { rule sentence } } } }',
    { asOf },
  );
  return Object.fromEntries(
    holdProposals.nodes.map((node: { customer: { name: string }; reasons: { rule: string; sentence: string }[] }) => [
      node.customer.name,
      node.reasons.map(({ rule, sentence }) => `${rule}: ${sentence}`),
    ]),
  );
}
