/** The advisory locks of the program, each with a number of its own. */
export const locks = {
  migrating: 7063902,
  importing: 7063903,
  scoring: 7063904,
  working: 7063905,
  vetting: 7063906,
  linking: 7063907,
  telling: 7063908,
  webhooks: 7063909,
  sending: 7063910,
  planning: 7063916,
  templates: 7063917,
};
