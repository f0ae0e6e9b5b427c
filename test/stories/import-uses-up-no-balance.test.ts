import { invoiceHeader, paymentHeader, runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// A row that is refused takes nothing of an invoice: what comes after it and fits is good.

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

/** Lines of payments against invoices of 100.00 each, checked only; which of them are bad, the first payment being 1. */
async function badOf(invoices: string[], payments: string[]): Promise<number[]> {
  const files = {
    'invoices.csv': `${invoiceHeader}${invoices.map((number) => `C,${number},2026-01-10,2026-02-09,100.00,EUR\n`).join('')}`,
    'payments.csv': `${paymentHeader}${payments.map((row) => `C,${row}\n`).join('')}`,
  };
  const report = await runImport(product, files, { dryRun: true });
  return report.badRows.filter(({ file }) => file === 'payments.csv').map(({ line }) => line - 1);
}

test('a payment too many is bad, the next one that fits is good', async () => {
  const rows = [
    'P1,2026-02-01,60.00,EUR,,I1,60.00',
    'P2,2026-02-02,60.00,EUR,,I1,60.00',
    'P3,2026-02-03,40.00,EUR,,I1,40.00',
  ];
  expect(await badOf(['I1'], rows)).toEqual([2]);
});

test('beside a return of the same day too: it is the payment too many that is bad', async () => {
  const rows = [
    'P1,2026-02-01,100.00,EUR,,I1,100.00',
    'P2,2026-02-05,100.00,EUR,,I1,100.00',
    'R1,2026-02-05,-100.00,EUR,returned payment,I1,-100.00',
    'P3,2026-02-06,50.00,EUR,,I1,50.00',
    'R2,2026-02-07,-30.00,EUR,returned payment,I1,-30.00',
    'P4,2026-02-08,30.00,EUR,,I1,30.00',
  ];
  expect(await badOf(['I1'], rows)).toEqual([4]);
});

test('a payment and its return on one day are good, whichever stands first', async () => {
  const rows = [
    'R1,2026-02-01,-100.00,EUR,returned payment,I1,-100.00',
    'P1,2026-02-01,100.00,EUR,,I1,100.00',
    'P2,2026-02-03,100.00,EUR,,I1,100.00',
    'P3,2026-02-04,1.00,EUR,,I1,1.00',
  ];
  expect(await badOf(['I1'], rows)).toEqual([4]);
});

test('a payment that is set aside for one invoice leaves the others as they were', async () => {
  const rows = [
    'P0,2026-02-01,50.00,EUR,,I1,50.00',
    'P1,2026-02-02,200.00,EUR,,I1,80.00',
    'P1,2026-02-02,200.00,EUR,,I2,100.00',
    'P2,2026-02-03,100.00,EUR,,I2,100.00',
  ];
  expect(await badOf(['I1', 'I2'], rows)).toEqual([2, 3]);
});

test('no more can be taken back than was paid, and what is taken back in vain is not missing afterwards', async () => {
  const rows = [
    'P1,2026-02-01,50.00,EUR,,I1,50.00',
    'R1,2026-02-02,-80.00,EUR,returned payment,I1,-80.00',
    'R2,2026-02-03,-50.00,EUR,returned payment,I1,-50.00',
  ];
  expect(await badOf(['I1'], rows)).toEqual([2]);
});
