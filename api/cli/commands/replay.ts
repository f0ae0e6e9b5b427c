import { LatenessTelling } from '../../lateness/tell-lateness.service.js';
import { BookService } from '../../ledger/book.service.js';
import { Replays } from '../../scoring/replays.service.js';
import { day, type Run, UsageError } from '../usage.js';
import { withApp } from '../with-app.js';

export const run: Run = async (values, positionals) => {
  const on = day(values.on, '--on');
  const [number] = positionals;
  const ways = [number !== undefined, values.all === true, values.lateness === true].filter(Boolean).length;
  if (positionals.length > 1 || ways !== 1)
    throw new UsageError('Name one customer by its number, or give --all or --lateness.');
  return withApp(async (app) => {
    const asOf = app.get(BookService).asOf(on);
    if (values.lateness) return lateness(app.get(LatenessTelling), asOf);
    const replays = app.get(Replays);
    return number === undefined ? all(replays, asOf) : one(replays, number, asOf);
  });
};

async function lateness(telling: LatenessTelling, on: string): Promise<number> {
  const { scoredOn, modelVersion, invoices, invoicesAgain, isSame, customersSince } = await telling.replay(on);
  console.log(`${scoredOn}: model ${modelVersion} told of ${invoices} open invoices; made again, of ${invoicesAgain}.`);
  if (customersSince > 0)
    console.log(`Of ${customersSince} customers it was asked again on that day, after this telling.`);
  console.log(isSame ? 'The same, bit for bit.' : '! It differs.');
  return isSame ? 0 : 1;
}

async function one(replays: Replays, number: string, asOf: string): Promise<number> {
  const { score, isSame, differences } = await replays.of(number, asOf);
  console.log(
    `${number} on ${asOf}: ${score.points} points, grade ${score.grade}, scored on ${score.scoredOn} by ${score.cardVersion}.`,
  );
  for (const { points, sentence } of score.reasons) console.log(`${String(points).padStart(6)}  ${sentence}`);
  if (isSame) console.log('Made again from what is kept with it: the same to the last digit.');
  else for (const difference of differences) console.log(`! ${difference}`);
  return isSame === false ? 1 : 0;
}

async function all(replays: Replays, asOf: string): Promise<number> {
  let [same, different, unknown] = [0, 0, 0];
  for await (const { customerNumber, isSame, differences } of replays.inForce(asOf)) {
    if (isSame) same++;
    else if (isSame === null) unknown++;
    else {
      different++;
      console.log(`! ${customerNumber}: ${differences.join(' ')}`);
    }
  }
  console.log(
    `${asOf}: ${same} scores are the same to the last digit, ${different} differ, ${unknown} have nothing kept to make them from.`,
  );
  return different > 0 ? 1 : 0;
}
