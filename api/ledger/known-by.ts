/**
 * SQL: whether what a column of instants says had become known by the end of a day; null was known on its own day. For
 * whoever must not know more than was known then: what a balance of a past day is goes by the days of documents.
 */
export const knownBy = (knownAt: string, day: string): string =>
  `(${knownAt} is null or ${knownAt} < (${day}::date + 1)::timestamp at time zone 'UTC')`;
