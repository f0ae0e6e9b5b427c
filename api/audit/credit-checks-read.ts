import type { Act } from './audit.service.js';

interface Read {
  customers: readonly number[];
  checks: readonly number[];
  decisions: readonly number[];
}

/** The one read that is written down, in the same words wherever credit checks are shown or handed over. */
export const creditChecksRead = ({ customers, checks, decisions }: Read): Act => ({
  action: 'read credit checks',
  subjectType: 'credit check',
  subjectId: customers.length === 1 ? String(customers[0]) : null,
  details: { customers, checks, decisions },
});
