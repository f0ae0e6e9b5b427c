/** Errors of standard output, which look like those of a connection. */
const unprinted = new WeakSet<object>();

/** Says of an error that the reader of the output has gone, not the database. */
export const isOfOutput = (error: object): void => void unprinted.add(error);

/** Whether an error says that the database does not answer. */
export function isUnreachable(error: unknown): boolean {
  if (unprinted.has(error as object)) return false;
  const code = String((error as { code?: unknown })?.code ?? '');
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    code.startsWith('57P') ||
    code.startsWith('08') ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      (error as Error)?.message ?? '',
    )
  );
}
