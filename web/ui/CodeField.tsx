import { TextInput } from '@mantine/core';

type Props = {
  value: string;
  onChange: (code: string) => void;
  /** Where a code stands in for the app as well: asked for at the door, once the password was right. */
  takesRecoveryCodes?: boolean;
};

/** The second factor. */
export function CodeField({ value, onChange, takesRecoveryCodes = false }: Props) {
  return (
    <TextInput
      label={takesRecoveryCodes ? 'Code' : 'Code of the app'}
      description={takesRecoveryCodes ? 'Six digits from your app, or one of your recovery codes.' : undefined}
      autoComplete="one-time-code"
      required
      autoFocus={takesRecoveryCodes}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
