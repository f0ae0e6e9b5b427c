import { Bureaus } from './Bureaus.js';
import { DefinitionOfDefault } from './DefinitionOfDefault.js';
import { ReuseOfReports } from './ReuseOfReports.js';

/** What scores are measured by: dated, with its source, each kept with who set it. */
export default function DefinitionsPage() {
  return (
    <div className="page">
      <div className="stack">
        <h1>Defaults and credit checks</h1>
        <p className="muted">
          What counts as a default, what the scores of bureaus mean, and how long their reports are used again. What was
          read and decided before stays as it was.
        </p>
      </div>
      <DefinitionOfDefault />
      <Bureaus />
      <ReuseOfReports />
    </div>
  );
}
