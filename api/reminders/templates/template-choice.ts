import { getsSecond } from '../../../analytics/index.js';
import { TemplateLanguage, TemplateSituation } from './template.view.js';
import type { Template } from './template-fields.js';

export interface KeptTemplate extends Template {
  id: number;
  language: TemplateLanguage;
  step: string | null;
  /** The words it is compared with. */
  second?: (Pick<KeptTemplate, 'id' | 'subject' | 'body' | 'shortText'> & { comparisonId: number }) | null;
}

/** The newest of each language, situation and step, with what it is compared with. */
export const newestTemplates = `
  select distinct on (language, situation, step) id, language, situation, step, subject, body, short_text as "shortText",
         (select json_build_object('comparisonId', c.id, 'id', s.id, 'subject', s.subject, 'body', s.body, 'shortText', s.short_text)
            from template_comparison c join reminder_template s on s.id = c.second_id where c.first_id = t.id and c.ended_at is null) as second
    from reminder_template t where not is_tried order by language, situation, step, id desc`;

/** Of words that are compared, those that the customer was drawn to get. */
export function drawnTemplate({ second, ...first }: KeptTemplate, customerNumber: string): KeptTemplate {
  if (!second || !getsSecond(customerNumber, second.comparisonId)) return first;
  const { id, subject, body, shortText } = second;
  return { ...first, id, subject, body, shortText };
}

export function situationOf(overdue: number, coming: number): TemplateSituation {
  if (overdue > 0 && coming > 0) return TemplateSituation.BOTH;
  if (overdue > 0) return overdue === 1 ? TemplateSituation.OVERDUE_ONE : TemplateSituation.OVERDUE_SEVERAL;
  return coming === 1 ? TemplateSituation.BEFORE_ONE : TemplateSituation.BEFORE_SEVERAL;
}

/** That of the step before that of any, the language of the recipient before English. */
export function chosenTemplate(
  from: readonly KeptTemplate[],
  of: { language: TemplateLanguage; situation: TemplateSituation; steps: readonly string[] },
): KeptTemplate {
  const only = new Set(of.steps).size === 1 ? (of.steps[0] ?? null) : null;
  for (const language of [of.language, TemplateLanguage.EN]) {
    const fitting = from.filter((each) => each.language === language && each.situation === of.situation);
    const found =
      fitting.find(({ step }) => step !== null && step === only) ?? fitting.find(({ step }) => step === null);
    if (found) return found;
  }
  throw new Error(`there is no template for ${of.situation}`);
}
