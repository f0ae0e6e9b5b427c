/** Something expected that we decline to do. `code` is part of the API and stays; the sentence says what, where and what to do. */
export abstract class Refusal extends Error {
  abstract readonly code: string;
}

/** Somebody tried what is not theirs to do, or to be: whoever watches the log is to see it. */
export abstract class AccessRefused extends Refusal {}

export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';

  constructor(what: string, key: string) {
    super(`There is no ${what} ${key}. It may have been removed; search for it by number or name.`);
  }
}

export class BadInput extends Refusal {
  readonly code = 'BAD_INPUT';
}
