import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../amount-text.js';
import { useBook } from '../../as-of.js';
import { amount } from '../../format.js';
import { useAct } from '../../graphql.js';
import type { Role } from '../../session/me.js';
import { roleText } from '../../session/role-text.js';
import { Confirm } from '../../ui/Confirm.js';
import { useSay } from '../../ui/Say.js';
import { approvalText } from '../../ui/words.js';
import { SetAuthority } from './authority.graphql.js';
import { type Authority, alone, approves } from './authority-text.js';

type Act = Authority['action'];

/** How far a role may go from today on; without a row before, for a role that is to be named. */
export function AuthorityDialog({ before, onClose }: { before: Authority | null; onClose: () => void }) {
  const { reportingCurrency: currency } = useBook();
  const say = useSay();
  const shown = (of: { minor: number } | null | undefined) => (of ? amount(of.minor, currency) : '');
  const [action, setAction] = useState<Act>(before?.action ?? 'SET_CREDIT_LIMIT');
  const [role, setRole] = useState<Role>(before?.role ?? 'FINANCE');
  const [own, setOwn] = useState(shown(before?.aloneUpTo));
  const [others, setOthers] = useState(before ? shown(before.approvesUpTo) : amount(0, currency));
  const [reason, setReason] = useState('');
  const minorOf = (text: string) => (text.trim() === '' ? null : parseAmount(text, currency));
  const isWrong = (text: string) => text.trim() !== '' && (minorOf(text) ?? -1) < 0;
  const act = useAct(SetAuthority, () => {
    say(
      `Set from today on${before ? `; before, alone ${alone(before)}, for others ${approves(before)}` : ''}. Set it again to undo.`,
    );
    onClose();
  });
  const field = (label: string, description: string, value: string, set: (text: string) => void) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      leftSection={<span className="small muted">{currency}</span>}
      leftSectionWidth={46}
      value={value}
      error={isWrong(value) ? 'An amount, such as 12,500.00.' : undefined}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <Confirm
      title={
        before
          ? `${approvalText[action]}: how far may ${roleText[role].title.toLowerCase()} go?`
          : 'How far may a role go?'
      }
      action="Set from today on"
      isBusy={act.isPending}
      error={act.error}
      isBlocked={isWrong(own) || isWrong(others)}
      onClose={onClose}
      onConfirm={() =>
        act.mutate({
          input: {
            action,
            role,
            aloneUpTo: minorOf(own),
            approvesUpTo: minorOf(others),
            reason: reason.trim() || null,
          },
        })
      }
    >
      <p>
        It holds from today on, for everybody in the role. What was decided before stays, and so does what held then.
      </p>
      {!before && (
        <>
          <NativeSelect
            data-autofocus
            label="Act"
            data={Object.entries(approvalText).map(([value, label]) => ({ value, label }))}
            value={action}
            onChange={(event) => setAction(event.currentTarget.value as Act)}
          />
          <NativeSelect
            label="Role"
            data={Object.entries(roleText).map(([value, { title: label }]) => ({ value, label }))}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
          />
        </>
      )}
      {field('Alone up to', 'Leave it empty for never: then another person always has to approve.', own, setOwn)}
      {field('Approves for others up to', 'Leave it empty for any amount; 0 for none.', others, setOthers)}
      <TextInput
        label="Why"
        description="Kept in the audit."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
