import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// Names, numbers and addresses come from ledgers that others wrote. None of them adds a header or a recipient.
const mails = new MailServer();
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({ now: '2026-11-23T09:00:00Z', env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  await product.close();
  await mails.close();
});

const THIEF = 'thief@elsewhere.example';
const header = `\r\nBcc: ${THIEF}\r\nX-Taken: yes\r\n\r\n`;

async function owing(name: string, email: string) {
  const customer = await ledger.customer(`${name}${header}`);
  await customer.contact(email, `Ann${header}<img src=x onerror=alert(1)>`);
  await customer.invoice(`1${name}${header}`, { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
  if (name === 'Two') await customer.invoice('2', { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
}

test('line breaks in names and numbers make no header, and a tag is shown as a tag', async () => {
  await owing('One', 'one@firm.example');
  await owing('Two', 'two@firm.example');
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  expect(mails.attempts.sort()).toEqual(['one@firm.example', 'two@firm.example']);
  for (const mail of mails.received) {
    expect(mail.to).toHaveLength(1);
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
    expect(mail.headers.map(({ key }) => key)).not.toContain('x-taken');
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(mail.html).not.toContain('<img');
  }
  const { deliveries } = await product.gql('{ deliveries { nodes { subject } } }');
  for (const { subject } of deliveries.nodes) expect(subject).toMatch(/^[^\r\n]+X-Taken: yes[^\r\n]+$/);
});

test.each([`one,${THIEF}`, `x<${THIEF}>`, `"a b",${THIEF}`, `one;${THIEF}`, `team:${THIEF};`])(
  'the address %s reaches nobody it hides',
  async (email) => {
    await ledger.clear();
    mails.attempts.length = 0;
    await owing('Three', email.replaceAll(' ', ''));
    await product.gql('mutation { sendReminders(input: {}) { queued } }');
    await product.work();
    expect(mails.attempts).not.toContain(THIEF);
  },
);
