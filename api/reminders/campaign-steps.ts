import type { ReminderAudience as Audience, Campaign } from '../../analytics/index.js';
import type { Grade } from '../shared/grade.js';
import type { CampaignStep, CustomerRelation, ReminderAudience, ReminderChannel } from './campaign.view.js';

/** The steps of a campaign as they are shown: from the first day on. */
export const stepsOf = ({ steps }: Campaign): CampaignStep[] =>
  [...steps]
    .sort((a, b) => a.offsetDays - b.offsetDays)
    .map(({ channel, audience, ...step }) => ({
      ...step,
      channel: channel as ReminderChannel,
      audience: shown(audience),
    }));

const shown = ({
  grades,
  countries,
  languages,
  entityTypes,
  segments,
  relation,
  ...of
}: Audience): ReminderAudience => ({
  grades: grades ? (grades.filter((grade) => grade !== 'none') as Grade[]) : null,
  isForUnscored: grades?.includes('none') ?? true,
  lateFrom: of.lateFrom ?? null,
  lateUpTo: of.lateUpTo ?? null,
  openFromMinor: of.openFromMinor ?? null,
  openUpToMinor: of.openUpToMinor ?? null,
  termsFrom: of.termsFrom ?? null,
  termsUpTo: of.termsUpTo ?? null,
  countries: countries ? [...countries] : null,
  languages: languages ? ([...languages] as ReminderAudience['languages']) : null,
  entityTypes: entityTypes ? ([...entityTypes] as ReminderAudience['entityTypes']) : null,
  segments: segments ? [...segments] : null,
  relation: (relation as CustomerRelation | undefined) ?? null,
});
