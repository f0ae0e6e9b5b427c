import { openInstallation } from '../installation.js';
import type { Run } from '../usage.js';

export const run: Run = async () => {
  const { leave } = await openInstallation(process.env, console.error);
  await leave();
  console.error('The schema is up to date.');
  return 0;
};
