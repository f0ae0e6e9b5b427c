import { amountInWords, dayInWords } from '../../../analytics/index.js';
import { TemplateLanguage } from './template.view.js';

/** What every message says, whatever its template: how to dispute, and that bank details never change by a message. */
interface Words {
  dispute: string;
  fraud: string;
  /** Both in a text message, where every sign counts; nobody can answer one. */
  short: (answers: string) => string;
  pay: string;
  on: (day: string) => string;
  by: (day: string) => string;
  due: (day: string) => string;
  day: (day: string) => string;
  amount: (minor: number, currency: string) => string;
}

const inGermany = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

export const words: Readonly<Record<TemplateLanguage, Words>> = {
  [TemplateLanguage.EN]: {
    dispute:
      'If something is not right with it, or payment will be difficult, please answer this message now: then we can settle it. If you have paid already, thank you, and please ignore this.',
    fraud: 'Our bank details are on the invoice and have not changed. We never change them by e-mail.',
    short: (answers) => `Write to ${answers}. Our bank details never change by text message.`,
    pay: 'See and pay',
    on: (day) => `on ${day}`,
    by: (day) => `by ${day}`,
    due: (day) => `due ${day}`,
    day: dayInWords,
    amount: amountInWords,
  },
  [TemplateLanguage.DE]: {
    dispute:
      'Stimmt etwas nicht, oder ist die Zahlung schwierig, antworten Sie bitte jetzt auf diese Nachricht: dann klären wir es. Haben Sie schon bezahlt, danken wir Ihnen; dann ist dies gegenstandslos.',
    fraud: 'Unsere Bankverbindung steht auf der Rechnung und ist unverändert. Wir ändern sie nie per E-Mail.',
    short: (answers) => `Schreiben Sie an ${answers}. Unsere Bankverbindung ändern wir nie per SMS.`,
    pay: 'Ansehen und bezahlen',
    on: (day) => `am ${day}`,
    by: (day) => `bis zum ${day}`,
    due: (day) => `fällig ${day}`,
    day: (day) => inGermany.format(Date.parse(`${day}T00:00:00Z`)),
    // Comma and point change places; the currency stays in front, as in the ledger.
    amount: (minor, currency) => amountInWords(minor, currency).replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')),
  },
};

/** The language of a country, where there are words in it; else English. */
export function languageOf(country: string | null): TemplateLanguage {
  if (country === null) return TemplateLanguage.EN;
  let known = languages.get(country);
  if (known === undefined) {
    const { language } = new Intl.Locale(`und-${country}`).maximize();
    known = Object.values(TemplateLanguage).find((each) => each === language) ?? TemplateLanguage.EN;
    languages.set(country, known);
  }
  return known;
}
const languages = new Map<string, TemplateLanguage>();
