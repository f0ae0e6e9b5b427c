import { z } from 'zod';
import { EntityType } from '../customers/customer.entity.js';
import { ApplicationNotRight } from './decisions.errors.js';
import type { VetInput } from './decisions.inputs.js';

const text = z.string('must be a text').max(200, 'must be at most 200 signs');
const number = z.number('must be a number');
const whole = z.int('must be a whole number');
const entityTypes = Object.values(EntityType) as string[];

/** An application as a file: the fields of the mutation `vet`, but for `keep`. */
const schema = z.strictObject({
  customerId: text.nullish(),
  companyName: text,
  registrationNumber: text.nullish(),
  country: text.nullish(),
  parentName: text.nullish(),
  entityType: z
    .string('must be a text')
    .transform((value) => value.toLowerCase())
    .refine((value) => entityTypes.includes(value), `must be one of ${entityTypes.join(', ')}`),
  currency: text,
  contractValueMinor: whole,
  monthlyRunMinor: whole,
  termsDaysAsked: whole,
  billingPeriodDays: whole.nullish(),
  workInProgressMinor: whole.nullish(),
  setUpCostMinor: whole.nullish(),
  limitAskedMinor: whole.nullish(),
  margin: number.nullish(),
  hasGuarantee: z.boolean('must be true or false').nullish(),
  creditCheckId: text.nullish(),
  bureauScale: text.nullish(),
  bureauScore: number.nullish(),
  yearsTrading: number.nullish(),
  judgments: number.nullish(),
  netWorthMinor: whole.nullish(),
  workingCapitalMinor: whole.nullish(),
  insolvent: z.boolean('must be true or false').nullish(),
});

/** Refuses what is no application, with a sentence for each field; null is as good as leaving it out. */
export function applicationInFile(given: unknown): VetInput {
  const read = schema.safeParse(given);
  if (read.success)
    return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== null)) as unknown as VetInput;
  throw new ApplicationNotRight(
    read.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({ field: key, sentence: `${key} is no field of an application.` }));
      const field = issue.path.join('.') || 'the file';
      const isMissing = issue.code === 'invalid_type' && !(field in Object(given));
      return [{ field, sentence: `${field} ${isMissing ? 'is missing' : issue.message}.` }];
    }),
  );
}
