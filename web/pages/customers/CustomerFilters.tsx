import { useAddress } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Toggle } from '../../ui/Chips.js';
import { GradeMark } from '../../ui/GradeMark.js';
import classes from '../../ui/lists.module.css';
import { OwnersQuery } from '../../ui/owners.graphql.js';
import { SearchField } from '../../ui/SearchField.js';
import { Select } from '../../ui/Select.js';
import { SegmentsQuery } from '../../ui/segments.graphql.js';
import { gradeOrder, gradeText, stageText, standingText } from '../../ui/words.js';

const codes = <T extends string>(texts: Record<T, string>) => Object.keys(texts) as T[];

/** What the address asks for, as the server's filter. */
export function useCustomerFilter() {
  const { get } = useAddress();
  const grades = get('grade').split(',');
  const grade = gradeOrder.filter((one) => grades.includes(one));
  return {
    search: get('search') || null,
    filter: {
      grade: grade.length > 0 ? grade : null,
      hasOverdue: get('overdue') ? true : null,
      standing: codes(standingText).find((one) => one === get('standing')) ?? null,
      stage: codes(stageText).find((one) => one === get('stage')) ?? null,
      country: /^[A-Z]{2}$/.test(get('country')) ? get('country') : null,
      segment: get('segment') || null,
      isThin: get('thin') ? true : null,
      ownerId: /^\d+$/.test(get('owner')) ? get('owner') : null,
      isOwned: get('owner') === 'nobody' ? false : null,
    },
  };
}

const filterNames = ['grade', 'overdue', 'standing', 'stage', 'country', 'segment', 'thin', 'owner', 'search'];

export function CustomerFilters() {
  const { get, set } = useAddress();
  const { search, filter } = useCustomerFilter();
  const grades = filter.grade ?? [];
  return (
    <div className={classes.filters}>
      <SearchField label="Name or number" value={search ?? ''} onChange={(text) => set({ search: text })} />
      <span className={classes.group}>
        {gradeOrder.map((grade) => (
          <Toggle
            key={grade}
            label={gradeText(grade)}
            on={grades.includes(grade)}
            onChange={(on) =>
              set({ grade: gradeOrder.filter((one) => (one === grade ? on : grades.includes(one))).join(',') })
            }
          >
            <GradeMark grade={grade} />
          </Toggle>
        ))}
      </span>
      <Toggle on={filter.hasOverdue === true} onChange={(on) => set({ overdue: on ? '1' : null })}>
        Overdue
      </Toggle>
      <Toggle
        on={filter.standing === 'ORDERS_ON_HOLD'}
        onChange={(on) => set({ standing: on ? 'ORDERS_ON_HOLD' : null })}
      >
        Orders on hold
      </Toggle>
      <Toggle on={filter.isThin === true} onChange={(on) => set({ thin: on ? '1' : null })}>
        Few invoices
      </Toggle>
      <Select
        label="Stage"
        any="Any stage"
        value={filter.stage ?? ''}
        choices={stageText}
        onChange={(stage) => set({ stage })}
      />
      <Allowed to="owners.set">
        <OwnerSelect value={get('owner')} onChange={(owner) => set({ owner })} />
      </Allowed>
      <SegmentSelect value={get('segment')} onChange={(segment) => set({ segment })} />
      <CountryField value={get('country')} onChange={(country) => set({ country })} />
      {filterNames.some((name) => get(name)) && (
        <button
          type="button"
          className="link"
          onClick={() => set(Object.fromEntries(filterNames.map((name) => [name, null])))}
        >
          Clear all
        </button>
      )}
    </div>
  );
}

function OwnerSelect({ value, onChange }: { value: string; onChange: (owner: string) => void }) {
  const asked = useAsk(OwnersQuery, {});
  const people = asked.data?.owners.nodes ?? [];
  const choices: Record<string, string> = { nobody: 'Nobody' };
  for (const { id, name } of people) choices[id] = name;
  return <Select label="Owner" any="Any owner" value={value} choices={choices} onChange={onChange} />;
}

/** Offered where the accounting system tells of segments. */
function SegmentSelect({ value, onChange }: { value: string; onChange: (segment: string) => void }) {
  const segments = useAsk(SegmentsQuery, {}).data?.book.segments ?? [];
  if (segments.length === 0 && value === '') return null;
  const choices = Object.fromEntries(
    (segments.includes(value) || !value ? segments : [value, ...segments]).map((one) => [one, one]),
  );
  return <Select label="Segment" any="Any segment" value={value} choices={choices} onChange={onChange} />;
}

function CountryField({ value, onChange }: { value: string; onChange: (country: string) => void }) {
  return (
    <input
      className={classes.select}
      aria-label="Country, as two letters"
      placeholder="Country"
      size={8}
      maxLength={2}
      value={value}
      onChange={(event) => onChange(event.target.value.toUpperCase())}
    />
  );
}
