import Holidays from 'date-holidays';

/** The country of a currency that one country has; none for the euro and the like, whose holidays differ by member. */
const countryOfCurrency: Readonly<Record<string, string>> = {
  USD: 'US',
  CAD: 'CA',
  GBP: 'GB',
  CHF: 'CH',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  AUD: 'AU',
  NZD: 'NZ',
  JPY: 'JP',
  SGD: 'SG',
  ZAR: 'ZA',
  MXN: 'MX',
  BRL: 'BR',
};

export const countryWithCurrency = (currency: string): string | null => countryOfCurrency[currency] ?? null;

/** The public and bank holidays of a country over some years, as days; none of a country that is not known. Source: date-holidays. */
export function holidaysOf(country: string | null, fromYear: number, toYear: number): string[] {
  if (country === null) return [];
  const calendar = new Holidays(country, { types: ['public', 'bank'] });
  const days: string[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    for (const { date } of calendar.getHolidays(year) ?? []) days.push(date.slice(0, 10));
  }
  return days;
}
