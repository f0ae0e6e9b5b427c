/** What stays is said once. */
export const beforeAndAfter = (before: string, after: string) => (before === after ? after : `${before} → ${after}`);
