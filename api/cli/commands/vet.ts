import fs from 'node:fs';
import { amountInWords } from '../../../analytics/index.js';
import { applicationInFile } from '../../decisions/application-file.js';
import { DecisionsService } from '../../decisions/decisions.service.js';
import { policyDocument } from '../../decisions/policy.js';
import { recommendationJson } from '../../decisions/recommendation-json.js';
import { BadInput } from '../../shared/refusal.js';
import { type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values, [file, ...more]) => {
  if (file === undefined || more.length > 0) throw new UsageError('Name one file: the application.');
  const application = applicationInFile(read(file));
  const policy = typeof values.policy === 'string' ? policyDocument(read(values.policy)) : undefined;
  return withApp(async (app) => {
    const made = recommendationJson(await app.get(DecisionsService).recommend(application, policy));
    if (values.json) {
      console.log(JSON.stringify(made));
      return 0;
    }
    const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
    const amount = (minor: number) => amountInWords(minor, made.currency);
    console.log(
      [
        `${application.companyName}: ${made.outcome.replaceAll('_', ' ')} (grade ${made.score.grade}, ${made.score.points} points, ${percent(made.pd)} default in a year)`,
        ...(made.evidence
          ? [
              `${made.evidence.sentence}; the chance lies between ${percent(made.evidence.pdLow)} and ${percent(made.evidence.pdHigh)}`,
            ]
          : []),
        `Limit ${amount(made.limitMinor)}, deposit ${made.depositMinor === 0 ? 'none' : `${amount(made.depositMinor)} (${percent(made.depositShare)} of the contract)`}, ${made.paymentTerms}, invoices every ${made.billingPeriodDays} days`,
        ...made.reasons.map((reason) => `- ${reason}`),
        ...made.notes,
      ].join('\n'),
    );
    return 0;
  });
};

function read(file: string): unknown {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file} cannot be read. Is it there?`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
