import type { TestLedger } from './ledger.js';
import type { MailServer } from './mail-server.js';

/** Three who are to be reminded, of whom the mail server takes one, refuses one, and puts one off. */
export async function customersOfMoods(ledger: TestLedger, mails: MailServer): Promise<void> {
  for (const name of ['later', 'refuse', 'take'] as const) {
    const customer = await ledger.customer(name);
    await customer.contact(`${name}@firm.example`);
    await customer.invoice(`I-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
    mails.will(`${name}@firm.example`, name);
  }
}
