import { count, counted, day } from '../../format.js';
import type { Card, ModelRow } from './model.graphql.js';
import classes from './model.module.css';

/** What is to be known before the model is believed. */
export function CardPanel({ row, card }: { row: ModelRow; card: Card }) {
  const { window, definition, holidaysOf, caveats, validation } = card;
  const facts: [string, string][] = [
    [
      'Learned from',
      `${counted(window.invoices, 'invoice', 'invoices')} of ${counted(window.customers, 'customer', 'customers')}, ${day(window.from)} to ${day(window.knownOn)}; ${count(window.open)} of them open, counted for as long as they had waited`,
    ],
    [
      'Left out',
      `${counted(window.leftOut, 'invoice', 'invoices')} with amounts of nought or below, or days that contradict each other; ${counted(window.copies, 'copy', 'copies')}, alike in all but the number`,
    ],
    [
      'Measured on',
      `${counted(validation.predicted, 'invoice', 'invoices')} issued after ${day(validation.split)}, by a model fitted in the same way on what was known by then; ${count(validation.notScored)} more were paid before they were scored`,
    ],
    ['Late means', definition],
    [
      'Days of rest',
      holidaysOf ? `weekends and the holidays of ${holidaysOf}` : 'weekends; no holidays are known for this book',
    ],
    ['Checksum', row.checksum],
  ];
  return (
    <section className="stack" aria-labelledby="card">
      <h2 id="card">Model {row.version}: what to know about it</h2>
      <dl className={classes.facts}>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>Keep in mind</dt>
          <dd>
            <ul>
              {caveats.map((caveat) => (
                <li key={caveat}>{caveat}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  );
}
