import type { ComplexityEstimator as FieldCost } from '@nestjs/graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

/** A reading of the whole book costs as much as so many plain fields: a question may ask for some sixty; the dearest page, a year of months, for 14. */
const WHOLE_BOOK = 200;

const rows = (args: Record<string, unknown>) => (typeof args.first === 'number' ? Math.max(1, args.first) : 1);

/** A list costs as many times its rows as it may hold. */
export const perRow: ComplexityEstimator = ({ args, childComplexity }) =>
  typeof args.first === 'number' ? 1 + rows(args) * childComplexity : undefined;

/** What is asked of the whole book costs that reading beside its rows. */
export const wholeBook: FieldCost = ({ args, childComplexity }) => WHOLE_BOOK + rows(args) * childComplexity;

/** Each month is a day of its own, read over the whole book. */
export const wholeBookPerMonth: FieldCost = ({ args, childComplexity }) =>
  (1 + Math.max(1, args.months)) * (WHOLE_BOOK + childComplexity);
