import { Textarea, TextInput } from '@mantine/core';
import type { FieldOf } from './VetForm.js';
import classes from './vet.module.css';

/** Whom we deal with there, and who can say how they pay. */
export function PeopleFields({ field }: { field: FieldOf }) {
  return (
    <details className={classes.more}>
      <summary>Contact, group, trade references</summary>
      <div className={classes.fields}>
        <TextInput label="Who pays the invoices" {...field('contactName')} />
        <TextInput label="Their e-mail address" type="email" {...field('contactEmail')} />
        <TextInput label="Their telephone" {...field('contactPhone')} />
        <TextInput label="Parent company" {...field('parentName')} />
        <TextInput label="Limit it asks for" inputMode="decimal" {...field('limitAsked')} />
        <TextInput
          label="Starts on"
          description="A day, such as 2027-01-04."
          className="narrow"
          {...field('startsOn')}
        />
        <TextInput label="Trade reference" {...field('reference1Name')} />
        <TextInput label="How we reach them" {...field('reference1Contact')} />
        <TextInput label="Another trade reference" {...field('reference2Name')} />
        <TextInput label="How we reach them as well" {...field('reference2Contact')} />
        <Textarea label="Remarks" rows={2} {...field('remarks')} />
      </div>
    </details>
  );
}
