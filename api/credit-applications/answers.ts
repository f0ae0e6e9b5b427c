import { companyNumberShape, countryCode, nameMatch } from '../../analytics/index.js';
import { NoQuestion } from './credit-applications.errors.js';
import { type Answers, forProspect, questionOf } from './questions.js';

export interface GivenAnswer {
  question: string;
  text: string;
}

/** Texts by question; refuses what is no question. */
export function answersOf(given: readonly GivenAnswer[], among = questionOf): Answers {
  const answers: Record<string, string> = {};
  for (const { question, text } of given) {
    if (!among(question)) throw new NoQuestion(question);
    answers[question] = text;
  }
  return answers;
}

/** What the prospect may be asked, and nothing that only we answer. */
export const prospectAnswersOf = (given: readonly GivenAnswer[]): Answers =>
  answersOf(given, (key) => forProspect.find((question) => question.key === key));

/** What keeps a prospect’s form from being sent in: each at its field, with what to do. `asked` is what we wrote. */
export function wrongWithForm(of: Answers, asked: Answers): { field: string; sentence: string }[] {
  const wrong: { field: string; sentence: string }[] = [];
  const must = (holds: boolean, field: string, sentence: string) => {
    if (!holds && !wrong.some((each) => each.field === field)) wrong.push({ field, sentence });
  };
  const text = (key: string) => of[key]?.trim() ?? '';
  for (const { key, title, isRequired } of forProspect)
    must(!isRequired || text(key) !== '', key, `“${title}” is needed.`);
  const country = countryCode(text('country'));
  must(country !== null, 'country', `“${text('country')}” is not a country: give its two letters, such as GB.`);
  const number = text('registrationNumber');
  const shape = number === '' ? null : companyNumberShape(country);
  must(
    shape === null || shape.pattern.test(number),
    'registrationNumber',
    `“${number}” is no company number of ${shape?.country}: ${shape?.inWords}.`,
  );
  must(
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text('contactEmail')),
    'contactEmail',
    'Give an e-mail address, such as name@company.com.',
  );
  for (const { key, title, choices } of forProspect)
    must(choices.length === 0 || choices.some(({ value }) => value === text(key)), key, `Choose one for “${title}”.`);
  must(
    text('companyName') === '' || nameMatch(text('companyName'), asked.companyName ?? '') !== null,
    'companyName',
    `This link is for ${asked.companyName} alone, and “${text('companyName')}” is another name. Ask whoever sent it for a link of your own.`,
  );
  const known = plainNumber(asked.registrationNumber);
  must(
    known === '' || number === '' || plainNumber(number) === known,
    'registrationNumber',
    `This link is for the company with another number in the register. See that yours is right, or ask for a link of your own.`,
  );
  return wrong;
}

/** A number in a register, however it is spaced. */
export const plainNumber = (text: string | null | undefined): string =>
  (text ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
