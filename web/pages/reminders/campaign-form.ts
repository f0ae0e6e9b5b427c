import { toMajor, toMinor } from '../../format.js';
import type { ResultOf, VariablesOf } from '../../graphql.js';
import type { CampaignQuery, DraftCampaign } from './reminders.graphql.js';

export type Campaign = ResultOf<typeof CampaignQuery>['campaigns']['nodes'][number];
export type DraftInput = VariablesOf<typeof DraftCampaign>['input'];
type StepInput = DraftInput['steps'][number];

/** A step as it stands in the form: numbers are text until the form is sent. */
export type StepForm = {
  key: string;
  offsetDays: string;
  channel: StepInput['channel'];
  grades: string[];
  isForUnscored: boolean;
  lateFrom: string;
  lateUpTo: string;
  openFrom: string;
  openUpTo: string;
  termsFrom: string;
  termsUpTo: string;
  countries: string;
  languages: string[];
  entityTypes: string[];
  segments: string[];
  relation: '' | 'NEW' | 'KNOWN';
};

export type CampaignForm = {
  note: string;
  steps: StepForm[];
  gapDays: string;
  catchUpDays: string;
  cashFeedDays: string;
  holdoutPercent: string;
  holdoutHighRisk: boolean;
  groupsTogether: boolean;
  sendFrom: string;
  sendUntil: string;
  mostPerHour: string;
};

export const grades = ['A', 'B', 'C', 'D', 'E'] as const;

const text = (value: number | null, times = 1) => (value === null ? '' : String(Math.round(value * times * 100) / 100));

/** Amounts are typed in the reporting currency, in its units and not in hundredths. */
export function formOf(of: Campaign, currency: string): CampaignForm {
  const major = (minor: number | null) => (minor === null ? '' : String(toMajor(minor, currency)));
  return {
    note: of.state === 'DRAFT' ? of.note : '',
    gapDays: text(of.gapDays),
    catchUpDays: text(of.catchUpDays),
    cashFeedDays: text(of.cashFeedDays),
    holdoutPercent: text(of.holdoutShare, 100),
    holdoutHighRisk: of.holdoutHighRisk,
    groupsTogether: of.groupsTogether,
    sendFrom: of.sendFrom,
    sendUntil: of.sendUntil,
    mostPerHour: text(of.mostPerHour),
    steps: of.steps.map(({ key, offsetDays, channel, audience }) => ({
      key,
      offsetDays: text(offsetDays),
      channel,
      grades: audience.grades ?? [],
      isForUnscored: audience.isForUnscored,
      lateFrom: text(audience.lateFrom, 100),
      lateUpTo: text(audience.lateUpTo, 100),
      openFrom: major(audience.openFromMinor),
      openUpTo: major(audience.openUpToMinor),
      termsFrom: text(audience.termsFrom),
      termsUpTo: text(audience.termsUpTo),
      countries: (audience.countries ?? []).join(', '),
      languages: audience.languages ?? [],
      entityTypes: audience.entityTypes ?? [],
      segments: audience.segments ?? [],
      relation: audience.relation ?? '',
    })),
  };
}

export const emptyStep: StepForm = {
  key: '',
  offsetDays: '',
  channel: 'EMAIL',
  grades: [],
  isForUnscored: true,
  lateFrom: '',
  lateUpTo: '',
  openFrom: '',
  openUpTo: '',
  termsFrom: '',
  termsUpTo: '',
  countries: '',
  languages: [],
  entityTypes: [],
  segments: [],
  relation: '',
};

const number = (value: string, over = 1) => (value.trim() === '' ? null : Number(value.replace(',', '.')) / over);

type Audience = StepInput['audience'];
/** None is ticked: all. What an older program kept of a form has none either. */
const anyOf = (ticked: string[] | undefined) => (ticked?.length ? ticked : null);

/** What stands in the form, for the server to judge: it says all that is wrong at once. */
export function inputOf({ steps, holdoutPercent, ...of }: CampaignForm, currency: string): DraftInput {
  const minor = (value: string) => {
    const typed = number(value);
    return typed === null ? null : toMinor(typed, currency);
  };
  return {
    note: of.note,
    gapDays: Number(of.gapDays),
    catchUpDays: Number(of.catchUpDays),
    cashFeedDays: number(of.cashFeedDays),
    holdoutShare: number(holdoutPercent, 100) ?? 0,
    holdoutHighRisk: of.holdoutHighRisk,
    // What an older program kept of a form says nothing of it.
    groupsTogether: of.groupsTogether ?? true,
    sendFrom: of.sendFrom,
    sendUntil: of.sendUntil,
    mostPerHour: Number(of.mostPerHour),
    steps: steps.map((step) => ({
      key: step.key,
      offsetDays: Number(step.offsetDays),
      channel: step.channel,
      audience: {
        grades: anyOf(step.grades) as Audience['grades'],
        isForUnscored: step.isForUnscored,
        lateFrom: number(step.lateFrom, 100),
        lateUpTo: number(step.lateUpTo, 100),
        openFromMinor: minor(step.openFrom),
        openUpToMinor: minor(step.openUpTo),
        termsFrom: number(step.termsFrom),
        termsUpTo: number(step.termsUpTo),
        countries:
          step.countries.trim() === ''
            ? null
            : step.countries
                .toUpperCase()
                .split(/[\s,]+/)
                .filter(Boolean),
        languages: anyOf(step.languages) as Audience['languages'],
        entityTypes: anyOf(step.entityTypes) as Audience['entityTypes'],
        segments: anyOf(step.segments),
        relation: step.relation === '' ? null : step.relation,
      },
    })),
  };
}
