import { Models } from '../../lateness/models.service.js';
import { LatenessTelling } from '../../lateness/tell-lateness.service.js';
import { Training } from '../../lateness/train.service.js';
import { BookService } from '../../ledger/book.service.js';
import { cardName, type DefaultArtefact } from '../../scoring/default-artefact.js';
import { DefaultTraining } from '../../scoring/train-default.service.js';
import { Refusal } from '../../shared/refusal.js';
import { day, endProgress, progress, type Run } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  const given = day(values['as-of'], '--as-of');
  if (values.default) return trainDefault(given, values.json === true);
  return withApp(async (app) => {
    const asOf = given ?? (await app.get(BookService).book()).suggestedAsOf;
    const model = await app.get(Training).train(asOf, progress);
    endProgress();
    const { version, state, checksum, objections } = model;
    const { window, validation } = JSON.parse(model.artefact);
    const told = state === 'champion' ? await app.get(LatenessTelling).tellBook(asOf, progress) : null;
    endProgress();
    if (values.json) {
      console.log(
        JSON.stringify({ kind: 'lateness', version, state, checksum, trainedOn: asOf, window, objections, told }),
      );
      return 0;
    }
    console.log(
      `Lateness model ${version}, trained on ${window.invoices} invoices of ${window.customers} customers, ${window.from} to ${asOf}; ${window.open} of them open, ${window.leftOut} left out for their days or amounts, ${window.copies} copies left out.`,
    );
    console.log(
      `Measured on the ${validation.predicted} invoices issued after ${validation.split}. Checksum ${checksum}.`,
    );
    const unusable = await unusableChampion(app.get(Models));
    for (const sentence of unusable ? [unusable, ...objections] : objections) console.log(`! ${sentence}`);
    console.log(
      state === 'champion'
        ? `It is the first and nothing speaks against it: it is in force, and was asked about ${told} open invoices.`
        : objections.length > 0
          ? 'It stands as the challenger and cannot be put in force.'
          : 'It stands as the challenger: ask for it to be put in force on the page Model.',
    );
    return 0;
  });
};

/** The scorecard of who will not pay: always a challenger, since the expert’s card or another stands in its place. */
function trainDefault(given: string | undefined, isJson: boolean): Promise<number> {
  return withApp(async (app) => {
    const asOf = given ?? (await app.get(BookService).book()).suggestedAsOf;
    const { version, state, checksum, objections, artefact } = await app.get(DefaultTraining).train(asOf, progress);
    endProgress();
    const { days, validation } = JSON.parse(artefact) as DefaultArtefact;
    const { measuredOn, customers, defaults, ways } = validation;
    if (isJson) {
      console.log(
        JSON.stringify({
          kind: 'default',
          version,
          state,
          checksum,
          trainedOn: asOf,
          days,
          measuredOn,
          customers,
          defaults,
          ways,
          objections,
        }),
      );
      return 0;
    }
    const fittedOn = days.reduce((sum, day) => sum + day.defaults, 0);
    const [own] = ways;
    console.log(
      `Scorecard ${cardName(version)}, fitted on ${fittedOn} defaults after ${days.map(({ on }) => on).join(', ')}.`,
    );
    console.log(
      `Measured on ${customers} customers as of ${measuredOn}, of whom ${defaults} defaulted within a year: AUC ${own?.auc?.toFixed(3)}, Gini ${own?.gini?.toFixed(3)}, KS ${own?.ks?.toFixed(3)}, calibration error ${own?.calibrationError.toFixed(3)}. Checksum ${checksum}.`,
    );
    for (const sentence of objections) console.log(`! ${sentence}`);
    console.log(
      objections.length > 0
        ? 'It stands as the challenger and cannot be put in force.'
        : 'It stands as the challenger: ask for it to be put in force on the page Model.',
    );
    return 0;
  });
}

/** Why the model in force is not used, if it is not: it then stood beside nothing that was measured. */
async function unusableChampion(models: Models): Promise<string | null> {
  try {
    await models.champion();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
