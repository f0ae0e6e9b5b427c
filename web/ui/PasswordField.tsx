import { TextInput } from '@mantine/core';

/** At least so many signs, as the server has it. */
const shortest = 12;
const ofNew = {
  label: 'New password',
  description: `At least ${shortest} signs. Four words that do not belong together are good, and easy to remember.`,
  autoComplete: 'new-password',
  minLength: shortest,
};

type Props = {
  isNew?: boolean;
  label?: string;
  /** Why it is asked for, where that is not plain. */
  description?: string;
  value: string;
  onChange: (password: string) => void;
};

export function PasswordField({ isNew = false, label = 'Password', description, value, onChange }: Props) {
  return (
    <TextInput
      type="password"
      required
      {...(isNew ? ofNew : { label, description, autoComplete: 'current-password' })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
