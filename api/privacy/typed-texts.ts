/** What people of ours typed about a customer, by table and column: it may name somebody. */
export const typedTexts = [
  ['approval', 'note'],
  ['approval', 'reason'],
  ['decision_override', 'reason'],
  ['deposit_movement', 'reason'],
  ['dismissed_proposal', 'note'],
  ['offer_outcome', 'note'],
  ['reminder_pause', 'note'],
  ['score_review', 'because'],
  ['score_review', 'reason'],
  ['standing_change', 'note'],
] as const;
