import { Button } from '@mantine/core';
import { useState } from 'react';
import { counted } from '../../format.js';
import { Allowed } from '../../session/Allowed.js';
import { ContactDialog } from './ContactDialog.js';
import type { Customer } from './CustomerPage.js';
import classes from './customer.module.css';
import { EraseDialog, HandOverDialog } from './PrivacyDialogs.js';
import { WriteAgainDialog } from './WriteAgainDialog.js';

export type Contact = Customer['contacts']['nodes'][number];
type Open = { act: 'hand over' | 'erase' | 'write again' | 'change'; contact: Contact };
const mailText = { BOUNCED: 'mail comes back', COMPLAINED: 'our mail is unwanted' } as const;

/** Whom we write to and call; for those who answer for privacy, what a person may ask of us. */
export function Contacts({ customer }: { customer: Customer }) {
  const { nodes, totalCount } = customer.contacts;
  const [open, setOpen] = useState<Open | null>(null);
  const [isAdding, setAdding] = useState(false);
  const close = () => setOpen(null);
  return (
    <>
      <ul className={classes.contacts} aria-label="Contacts">
        {nodes.map((contact) => (
          <li key={contact.id}>
            <span>
              {contact.name}
              {contact.role && <span className="muted">, {contact.role}</span>}
            </span>
            {contact.phone && <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>}
            {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            {contact.postalAddress && <span className="muted">{contact.postalAddress.replaceAll('\n', ', ')}</span>}
            {contact.mailState && (
              <>
                <span className="muted">{mailText[contact.mailState]}</span>
                <Allowed to="reminders.leave-out">
                  <Act
                    text="Write again"
                    label={`Write to ${contact.name} again`}
                    onClick={() => setOpen({ act: 'write again', contact })}
                  />
                </Allowed>
              </>
            )}
            <Allowed to="contacts.keep">
              <Act text="Change" label={`Change ${contact.name}`} onClick={() => setOpen({ act: 'change', contact })} />
            </Allowed>
            <Allowed to="privacy.hand-over">
              <Act
                text="Hand over"
                label={`Hand over the data of ${contact.name}`}
                onClick={() => setOpen({ act: 'hand over', contact })}
              />
            </Allowed>
            <Allowed to="privacy.handle">
              <Act
                text="Erase"
                label={`Erase the data of ${contact.name}`}
                onClick={() => setOpen({ act: 'erase', contact })}
              />
            </Allowed>
          </li>
        ))}
        <Allowed to="contacts.keep">
          <li>
            {nodes.length === 0 && <span className="muted">Nobody to write to or call is known.</span>}
            <Act text="Add a contact" label="Add a contact" onClick={() => setAdding(true)} />
          </li>
        </Allowed>
      </ul>
      {totalCount > nodes.length && (
        <p className="muted small">
          The first {nodes.length} of {counted(totalCount, 'contact', 'contacts')}.
        </p>
      )}
      {isAdding && <ContactDialog customer={customer} contact={null} onClose={() => setAdding(false)} />}
      {open?.act === 'change' && <ContactDialog customer={customer} contact={open.contact} onClose={close} />}
      {open?.act === 'hand over' && <HandOverDialog customer={customer} contact={open.contact} onClose={close} />}
      {open?.act === 'write again' && <WriteAgainDialog customer={customer} contact={open.contact} onClose={close} />}
      {open?.act === 'erase' && <EraseDialog customer={customer} contact={open.contact} onClose={close} />}
    </>
  );
}

const Act = ({ text, label, onClick }: { text: string; label: string; onClick: () => void }) => (
  <Button variant="default" size="compact-xs" h={26} aria-label={label} onClick={onClick}>
    {text}
  </Button>
);
