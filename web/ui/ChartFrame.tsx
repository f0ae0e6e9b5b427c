import { type ReactNode, useId, useRef, useState } from 'react';
import { type Cell, saveCsv } from '../csv.js';
import classes from './ChartFrame.module.css';
import { Switch } from './Chips.js';
import { Go } from './Go.js';
import { savePicture } from './picture.js';

export type ChartCell = { text: string; value: Cell; to?: { path: string; search: Record<string, string> } };
/** What a chart shows, as figures: for the table beside it and the CSV. */
export type Figures = { head: string[]; rows: ChartCell[][] };

type Props = {
  /** The question the chart answers. */
  title: string;
  /** One sentence, computed from the data, of what it shows. */
  summary: string;
  figures: Figures;
  /** The name of the files saved from here. */
  file: string;
  tools?: ReactNode;
  children: ReactNode;
};

export function ChartFrame({ title, summary, figures, file, tools, children }: Props) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const plot = useRef<HTMLDivElement>(null);
  const id = useId();
  return (
    <figure className={classes.frame} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
      <figcaption>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-summary`} className="muted small">
          {summary}
        </p>
      </figcaption>
      <div className={classes.tools}>
        {tools}
        <span className={classes.saving}>
          <Switch
            label={`Show “${title}” as`}
            value={view}
            onChange={setView}
            choices={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
          />
          <button
            type="button"
            onClick={() => saveCsv(file, [figures.head, ...figures.rows.map((row) => row.map((cell) => cell.value))])}
          >
            CSV
          </button>
          <button
            type="button"
            disabled={view === 'table'}
            onClick={() => plot.current && savePicture(file, plot.current)}
          >
            PNG
          </button>
        </span>
      </div>
      {view === 'table' ? (
        <FigureTable title={title} figures={figures} />
      ) : (
        <div ref={plot} className={classes.plot}>
          {children}
        </div>
      )}
    </figure>
  );
}

function FigureTable({ title, figures }: { title: string; figures: Figures }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={`${title} As a table.`}>
      <table className={classes.table}>
        <thead>
          <tr>
            {figures.head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row) => (
            <tr key={row.map((cell) => cell.text).join(' ')}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th key={figures.head[place]} scope="row">
                    <Figure cell={cell} />
                  </th>
                ) : (
                  <td key={figures.head[place]}>
                    <Figure cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ cell: { text, to } }: { cell: ChartCell }) {
  if (!to) return text;
  return (
    <Go to={to.path} with={to.search}>
      {text}
    </Go>
  );
}
