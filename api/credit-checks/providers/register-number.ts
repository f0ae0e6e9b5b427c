import type { Company } from './provider.js';

/** Of the register of the United Kingdom: eight signs. Leading noughts are often lost on the way through a spreadsheet. */
export function numberOf({
  registrationNumber,
  reference,
}: Pick<Company, 'registrationNumber' | 'reference'>): string | null {
  return eightSigns(reference ?? '') ?? eightSigns(registrationNumber ?? '');
}

export function eightSigns(written: string): string | null {
  const [, letters, digits] = /^([A-Z]{2})?(\d{1,8})$/.exec(written.toUpperCase().replace(/\s/g, '')) ?? [];
  if (digits === undefined) return null;
  const number = `${letters ?? ''}${digits.padStart(letters ? 6 : 8, '0')}`;
  return number.length === 8 ? number : null;
}
