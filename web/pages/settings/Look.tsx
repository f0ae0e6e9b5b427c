import { useMantineColorScheme } from '@mantine/core';
import { Switch } from '../../ui/Chips.js';

const looks = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const;

export function Look() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section className="stack" aria-labelledby="look">
      <h2 id="look">Look</h2>
      <div>
        <Switch label="Look of the pages" value={colorScheme} choices={looks} onChange={setColorScheme} />
      </div>
      <p className="muted small">Kept in this browser, for you alone.</p>
    </section>
  );
}
