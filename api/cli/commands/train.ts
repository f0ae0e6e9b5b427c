import { Models } from '../../lateness/models.service.js';
import { LatenessTelling } from '../../lateness/tell-lateness.service.js';
import { Training } from '../../lateness/train.service.js';
import { BookService } from '../../ledger/book.service.js';
import { Refusal } from '../../shared/refusal.js';
import { day, endProgress, progress, type Run } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values) => {
  const given = day(values['as-of'], '--as-of');
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
