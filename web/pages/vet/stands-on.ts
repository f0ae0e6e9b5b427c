import { days } from '../../format.js';

type Evidence = { sentence: string; checkAgeDays: number | null };

/** How a recommendation was weighed, in a sentence. */
export const standsOn = ({ sentence, checkAgeDays }: Evidence) =>
  checkAgeDays === null ? `${sentence}.` : `${sentence}; the credit check was ${days(checkAgeDays)} old.`;
