import { instant } from '../../format.js';
import { Go } from '../../ui/Go.js';
import { entityText, stageText, standingText } from '../../ui/words.js';
import { Contacts } from './Contacts.js';
import type { Customer } from './CustomerPage.js';
import classes from './customer.module.css';

export function CustomerHead({ customer }: { customer: Customer }) {
  const { standing, parent } = customer;
  const facts = [
    `Customer ${customer.number}`,
    customer.stage === 'ACTIVE' ? null : stageText[customer.stage],
    entityText[customer.entityType],
    customer.segment,
    customer.country,
    customer.registrationNumber && `registered as ${customer.registrationNumber}`,
    customer.termsDays === null ? null : `net ${customer.termsDays}`,
    customer.owner ? `owned by ${customer.owner.name}` : 'owned by nobody',
  ].filter(Boolean);
  return (
    <header className={classes.head}>
      <div className="row">
        <h1>{customer.name}</h1>
        <span className={classes.standing} data-standing={standing.state}>
          {standingText[standing.state]}
        </span>
        {customer.leftOutOfReminders && <span className={classes.standing}>Left out of reminders</span>}
      </div>
      <p className="muted">
        {facts.join(' · ')}
        {parent && (
          <>
            {' · part of '}
            <Go to={`/customers/${parent.id}`}>{parent.name}</Go>
          </>
        )}
      </p>
      {standing.state !== 'GOOD' && (
        <p>
          {[
            standing.reasons.join(' '),
            standing.since &&
              `Since ${instant(standing.since)}${standing.changedBy ? `, by ${standing.changedBy}` : ''}.`,
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <Contacts customer={customer} />
    </header>
  );
}
