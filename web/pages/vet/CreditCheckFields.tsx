import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldOf, Scale } from './VetForm.js';
import classes from './vet.module.css';

type Props = { field: FieldOf; scales: readonly Scale[]; scale: string; unit: ReactNode; isOpen: boolean };

/** What a credit check says, typed in; folded away, because none of it is required. */
export function CreditCheckFields({ field, scales, scale: key, unit, isOpen }: Props) {
  const scale = scales.find((one) => one.key === key);
  return (
    <>
      <details className={classes.more} open={isOpen || undefined}>
        <summary>Credit check: bureau score, years, judgments, accounts</summary>
        <div className={classes.fields}>
          <NativeSelect
            label="Scale of the bureau"
            description={scale && `Bands from ${scale.source}`}
            data={[
              { value: '', label: 'No score' },
              ...scales.map(({ key: value, title: label }) => ({ value, label })),
            ]}
            {...field('bureauScale')}
          />
          <TextInput
            label="Score of the bureau"
            description={
              scale
                ? `${scale.from} to ${scale.to}, ${scale.higherIsBetter ? 'higher' : 'lower'} is better.`
                : 'Choose its scale first.'
            }
            inputMode="decimal"
            className="narrow"
            {...field('bureauScore')}
          />
          <TextInput label="Years trading" inputMode="decimal" className="narrow" {...field('yearsTrading')} />
          <TextInput label="Unpaid court judgments" inputMode="numeric" className="narrow" {...field('judgments')} />
          <TextInput
            label="Net worth"
            description="By its last accounts, without intangible assets. It can be negative."
            inputMode="decimal"
            leftSection={unit}
            leftSectionWidth={46}
            {...field('netWorth')}
          />
          <TextInput
            label="Working capital"
            description="Current assets less current liabilities."
            inputMode="decimal"
            leftSection={unit}
            leftSectionWidth={46}
            {...field('workingCapital')}
          />
          <NativeSelect
            label="Insolvency procedure"
            data={[
              { value: '', label: 'Not checked' },
              { value: 'no', label: 'None' },
              { value: 'yes', label: 'One is open' },
            ]}
            {...field('insolvent')}
          />
        </div>
      </details>
      <details className={classes.more} open={isOpen || undefined}>
        <summary>Details: registration, country, billing, margin, work in progress, set-up, guarantee</summary>
        <div className={classes.fields}>
          <TextInput label="Registration number" {...field('registrationNumber')} />
          <TextInput
            label="Country"
            description="Two letters."
            maxLength={2}
            className="narrow"
            {...field('country')}
          />
          <TextInput
            label="Days between invoices"
            description="30 when left empty."
            inputMode="numeric"
            className="narrow"
            {...field('billingPeriodDays')}
          />
          <TextInput
            label="Margin"
            description="Of the contract, before losses. The policy’s when left empty."
            inputMode="decimal"
            className="narrow"
            rightSection={<span className="small muted">%</span>}
            {...field('margin')}
          />
          <TextInput
            label="Work in progress"
            description="Done and not yet invoiced, at its highest. Nothing when left empty."
            inputMode="decimal"
            leftSection={unit}
            leftSectionWidth={46}
            {...field('workInProgress')}
          />
          <TextInput
            label="Set-up cost"
            description="Spent before the first payment. Nothing when left empty."
            inputMode="decimal"
            leftSection={unit}
            leftSectionWidth={46}
            {...field('setUpCost')}
          />
          <NativeSelect
            label="Guarantee"
            description="Of its parent, a bank or a person; or insured."
            data={[
              { value: '', label: 'None' },
              { value: 'yes', label: 'There is one' },
            ]}
            {...field('hasGuarantee')}
          />
        </div>
      </details>
    </>
  );
}
