/** The roles of migration 0006. */
export const roles = {
  /** Owns the tables of the book, and may only add to the audit. */
  program: 'goodstanding_program',
  /** The same for somebody who sees only the customers they own. */
  own: 'goodstanding_own',
};

/** The address of a database, entered in a role: every connection has it from its first moment on. */
export const inRole = (url: string, role: string): string => withOption(url, `role=${role}`);

/** The address of a database, with a setting that every connection has from its first moment on. */
export function withOption(url: string, setting: string): string {
  const entered = new URL(url);
  const before = entered.searchParams.get('options');
  entered.searchParams.set('options', [before, `-c ${setting}`].filter(Boolean).join(' '));
  return entered.href;
}
