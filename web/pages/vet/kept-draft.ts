/** Where the browser keeps what is typed of a prospect until it is vetted. */
export const DRAFT_KEY = 'vet-draft';

/** Whoever signs out leaves no prospect behind for the next at this machine. */
export const forgetDraft = (): void => localStorage.removeItem(DRAFT_KEY);
