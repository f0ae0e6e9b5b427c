import { TemplateSituation } from './template.view.js';
import { TemplateNotRight, ValueMissing } from './templates.errors.js';

const { BEFORE_ONE, BEFORE_SEVERAL, OVERDUE_ONE, OVERDUE_SEVERAL, BOTH } = TemplateSituation;
const all = [BEFORE_ONE, BEFORE_SEVERAL, OVERDUE_ONE, OVERDUE_SEVERAL, BOTH];

/** What a template may be filled with: what it is, in which situations there is one, and what to do where it is missing. */
export const fields = {
  contact: { is: 'who is written to; the customer where no name is known', in: all, mend: '' },
  customer: { is: 'the name of the customer', in: all, mend: '' },
  supplier: { is: 'our own name, as messages are signed', in: all, mend: '' },
  manager: { is: 'who looks after the customer', in: all, mend: 'Say who owns the customer, on its page.' },
  due: { is: 'the due day with its word, as “on 30 Nov 2026”; the last of several', in: all, mend: '' },
  total: { is: 'all that is open of these invoices', in: all, mend: '' },
  invoice: { is: 'the number of the invoice', in: [BEFORE_ONE, OVERDUE_ONE], mend: '' },
  count: { is: 'how many invoices', in: [BEFORE_SEVERAL, OVERDUE_SEVERAL, BOTH], mend: '' },
  overdueCount: { is: 'how many were due', in: [BOTH], mend: '' },
  comingCount: { is: 'how many fall due', in: [BOTH], mend: '' },
} as const;
export type TemplateField = keyof typeof fields;
export type TemplateValues = Readonly<Partial<Record<TemplateField, string | null>>>;

/** Where the invoices are listed. */
export const LIST = '{list}';
const braces = /\{([^{}]*)\}/g;

const fieldsIn = (text: string) => [...text.matchAll(braces)].map(([, name]) => name as string);

/** Refuses what could not be filled: a field nobody knows, a loop, one of another situation, a list that is not there once. */
export function mustBeRight({ subject, body, shortText, situation }: Template): void {
  const offered = (Object.keys(fields) as TemplateField[]).filter((name) =>
    (fields[name].in as readonly string[]).includes(situation),
  );
  for (const name of [...fieldsIn(subject), ...fieldsIn(body.replaceAll(LIST, '')), ...fieldsIn(shortText)]) {
    if ((offered as string[]).includes(name)) continue;
    if (/^\s*[#/>^!]/.test(name))
      throw new TemplateNotRight(
        `{${name}} is no field: a template has no loops and no parts of its own. The invoices are listed where ${LIST} stands.`,
      );
    throw new TemplateNotRight(
      `There is no field {${name}} here. There are: ${offered.map((each) => `{${each}}`).join(', ')}; in the text ${LIST} too.`,
    );
  }
  if (/[{}]/.test(`${subject}${body}${shortText}`.replace(braces, '')))
    throw new TemplateNotRight('A brace stands alone. A field is written as {contact}, with both.');
  const lists = paragraphsOf(body).filter((paragraph) => paragraph === LIST).length;
  if (lists !== 1 || body.split(LIST).length !== 2)
    throw new TemplateNotRight(
      `${LIST} must stand once, with an empty line before and after it: the invoices go there.`,
    );
}

/** The text with each field filled, once: what a value holds in braces stays as it is. */
export const filled = (text: string, values: TemplateValues, customer: string): string =>
  text.replace(braces, (_, name: TemplateField) => {
    const value = values[name];
    if (value === null || value === undefined || value.trim() === '')
      throw new ValueMissing(name, fields[name]?.mend ?? '', customer);
    return value;
  });

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\r?\n[ \t]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

export interface Template {
  situation: TemplateSituation;
  subject: string;
  body: string;
  /** What a text message says. */
  shortText: string;
}
