export default async function () {
  for (const leave of globalThis.leftovers ?? []) await leave();
}
