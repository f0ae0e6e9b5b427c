import { useState } from 'react';
import { useBook } from '../../as-of.js';
import { useAsk } from '../../graphql.js';
import { Switch } from '../../ui/Chips.js';
import { EmptyBook } from '../../ui/EmptyBook.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { Notice } from '../../ui/Notice.js';
import { PageSkeleton } from '../../ui/PageSkeleton.js';
import { CardPanel } from './CardPanel.js';
import { ModelCharts } from './ModelCharts.js';
import { ModelTables } from './ModelTables.js';
import { ModelCardQuery, type ModelRow, ModelsQuery } from './model.graphql.js';
import { ScorecardPanel } from './ScorecardPanel.js';
import { Segments } from './Segments.js';
import { Versions } from './Versions.js';
import { Ways } from './Ways.js';

type Shown = 'CHAMPION' | 'CHALLENGER';

export default function ModelPage() {
  const book = useBook();
  const asked = useAsk(ModelsQuery, {});
  return (
    <div className="page">
      <div className="stack">
        <h1>How we tell who will pay late</h1>
        <p className="muted">
          A model trained on this book says of every open invoice when it is likely paid. What it is made of, and how
          good it was on invoices it had not seen, stands here. Scores and grades come from the scorecard below, not
          from it.
        </p>
      </div>
      <Faces
        of={asked}
        what="the models"
        skeleton={<PageSkeleton />}
        isEmpty={({ models }) => models.nodes.length === 0}
        empty={book.invoiceCount === 0 ? <EmptyBook what="invoices" /> : <NoModel />}
      >
        {({ models }) => <Models rows={models.nodes} />}
      </Faces>
      <ScorecardPanel />
    </div>
  );
}

const NoModel = () => (
  <>
    <h2>No model has been trained yet</h2>
    <p>
      One is trained by itself in the night to Sunday, as soon as the book has enough to learn from; at once with{' '}
      <code>npx goodstanding train</code>, which also says what is missing.
    </p>
  </>
);

function Models({ rows }: { rows: readonly ModelRow[] }) {
  const [champion, challenger] = (['CHAMPION', 'CHALLENGER'] as const).map((state) =>
    rows.find((row) => row.state === state),
  );
  const [chosen, choose] = useState<Shown>(champion ? 'CHAMPION' : 'CHALLENGER');
  const shown = chosen === 'CHAMPION' ? champion : challenger;
  return (
    <>
      {!champion && (
        <Notice tone="warn">No model is in force: open invoices are not told when they will be paid.</Notice>
      )}
      <Versions rows={rows} />
      {champion && challenger && (
        <Switch
          label="Which model is shown"
          value={chosen}
          onChange={choose}
          choices={[
            { value: 'CHAMPION', label: `In force: ${champion.version}` },
            { value: 'CHALLENGER', label: `Challenger: ${challenger.version}` },
          ]}
        />
      )}
      {shown && <Model key={shown.id} row={shown} />}
    </>
  );
}

function Model({ row }: { row: ModelRow }) {
  const asked = useAsk(ModelCardQuery, { state: row.state });
  return (
    <Faces of={asked} what={`model ${row.version}`} skeleton={<Lines count={8} />}>
      {({ models }) => {
        const card = models.nodes.find(({ id }) => id === row.id)?.card;
        // What cannot be read is said where the versions stand.
        if (!card) return null;
        return (
          <>
            <CardPanel row={row} card={card} />
            <Ways row={row} validation={card.validation} />
            <ModelCharts version={row.version} validation={card.validation} />
            <Segments version={row.version} validation={card.validation} />
            <ModelTables habit={card.habit} tables={card.tables} />
          </>
        );
      }}
    </Faces>
  );
}
