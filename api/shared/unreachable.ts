/** Whether an error says that the database does not answer. */
export function isUnreachable(error: unknown): boolean {
  const code = String((error as { code?: unknown })?.code ?? '');
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    code.startsWith('57P') ||
    code.startsWith('08') ||
    /Connection terminated|Client has encountered a connection error/.test((error as Error)?.message ?? '')
  );
}
