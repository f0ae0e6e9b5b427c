import classes from './drop.module.css';

const examples = [
  { file: 'customers.csv', holds: 'One row a customer: number, name, country, terms, limit, whom reminders go to.' },
  { file: 'invoices.csv', holds: 'One row an invoice: customer, number, issue and due day, gross amount, currency.' },
  { file: 'payments.csv', holds: 'Payments, credit notes and write-offs, and the invoices each was set against.' },
  { file: 'rates.csv', holds: 'What one unit of a currency is worth in another, from which day on.' },
];

/** Our own formats, each as a file to start from. */
export function Examples() {
  return (
    <section className="stack" aria-labelledby="examples">
      <h2 id="examples">What may a file hold?</h2>
      <dl className={classes.examples}>
        {examples.map(({ file, holds }) => (
          <div key={file}>
            <dt>
              <a href={`/examples/${file}`} download={file}>
                <span className="sr">Download the example </span>
                {file}
              </a>
            </dt>
            <dd>{holds}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small">
        Download an example and fill it, or bring the export of your own system: if we do not know its columns, you say
        once what they mean.
      </p>
    </section>
  );
}
