import { EntityType } from '../customers/customer.entity.js';

/** Unknown is treated as a natural person; partners answer with what they own. */
const natural: readonly EntityType[] = [EntityType.SOLE_TRADER, EntityType.PARTNERSHIP, EntityType.UNKNOWN];

/** UK GDPR 22A–22D and EU GDPR 22: tell, hear, let a person look, and let that change the outcome. */
export function scoreNotice(entityType: EntityType): string | null {
  if (!natural.includes(entityType)) return null;
  const who = entityType === EntityType.UNKNOWN ? 'may be a natural person' : 'is a natural person';
  return `This customer ${who}, and the score was made by a machine. Tell them so. They may say what they think of it, and a person has to look at it when they ask; what that person says counts.`;
}
