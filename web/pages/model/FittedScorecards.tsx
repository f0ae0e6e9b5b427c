import { useState } from 'react';
import { useAsk } from '../../graphql.js';
import { Switch } from '../../ui/Chips.js';
import { Faces, Lines } from '../../ui/Faces.js';
import { FittedScorecardPanel } from './FittedScorecardPanel.js';
import { FittedScorecardQuery, FittedScorecardsQuery, type ModelRow } from './model.graphql.js';
import { Versions } from './Versions.js';

type State = 'CHAMPION' | 'CHALLENGER';

/** Scorecards that were fitted on this book: which is in force, which stands beside it, and how good they were. */
export function FittedScorecards({ evidence }: { evidence: string }) {
  const asked = useAsk(FittedScorecardsQuery, {});
  return (
    <Faces
      of={asked}
      what="the fitted scorecards"
      skeleton={<Lines count={3} />}
      isEmpty={({ models }) => models.nodes.length === 0}
      empty={
        <>
          <h3>No scorecard has been fitted on this book</h3>
          <p>
            There is no curve and no drift of default to show: {evidence} Once there are enough,{' '}
            <code>npx goodstanding train --default</code> fits one beside this one; until then it says what is missing.
          </p>
        </>
      }
    >
      {({ models }) => <Fitted rows={models.nodes} />}
    </Faces>
  );
}

function Fitted({ rows }: { rows: readonly ModelRow[] }) {
  const shown = rows.filter(({ state, problem }) => state !== 'RETIRED' && !problem);
  const [chosen, choose] = useState<State>('CHAMPION');
  const row = shown.find(({ state }) => state === chosen) ?? shown[0];
  return (
    <>
      <Versions rows={rows} title="Fitted scorecards" />
      {shown.length > 1 && (
        <Switch
          label="Which fitted scorecard is shown"
          value={chosen}
          onChange={choose}
          choices={shown.map(({ state, version }) => ({
            value: state as State,
            label: `${state === 'CHAMPION' ? 'In force' : 'Challenger'}: fitted-${version}`,
          }))}
        />
      )}
      {row && <One key={row.id} row={row} />}
    </>
  );
}

function One({ row }: { row: ModelRow }) {
  const asked = useAsk(FittedScorecardQuery, { state: row.state });
  return (
    <Faces of={asked} what={`scorecard fitted-${row.version}`} skeleton={<Lines count={8} />}>
      {({ models }) => {
        const card = models.nodes.find(({ id }) => id === row.id)?.fittedScorecard;
        // What cannot be read is said where the versions stand.
        return card ? <FittedScorecardPanel card={card} isInForce={row.state === 'CHAMPION'} /> : null;
      }}
    </Faces>
  );
}
