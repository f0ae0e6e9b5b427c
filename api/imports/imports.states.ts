export enum ImportState {
  UPLOADED = 'uploaded',
  CHECKING = 'checking',
  CHECKED = 'checked',
  NEEDS_MAPPING = 'needs_mapping',
  POSTING = 'posting',
  POSTED = 'posted',
  FAILED = 'failed',
}

/** From each state, those an import may go to next. */
export const importSteps: Readonly<Record<ImportState, readonly ImportState[]>> = {
  [ImportState.UPLOADED]: [ImportState.CHECKING],
  // A check that was cut off begins again.
  [ImportState.CHECKING]: [ImportState.CHECKING, ImportState.CHECKED, ImportState.NEEDS_MAPPING, ImportState.FAILED],
  [ImportState.CHECKED]: [ImportState.UPLOADED, ImportState.POSTING],
  [ImportState.NEEDS_MAPPING]: [ImportState.UPLOADED],
  [ImportState.FAILED]: [ImportState.UPLOADED],
  // The book may have changed since the dry run: then there is a new report to look at.
  [ImportState.POSTING]: [ImportState.POSTING, ImportState.POSTED, ImportState.CHECKED, ImportState.FAILED],
  [ImportState.POSTED]: [],
};

/** The states from which one may go to `to`. */
export const statesBefore = (to: ImportState): ImportState[] =>
  Object.values(ImportState).filter((from) => importSteps[from].includes(to));
