import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLinkTo } from '../as-of.js';
import { type ResultOf, useAsk } from '../graphql.js';
import { Failed } from '../ui/Faces.js';
import classes from './Search.module.css';
import { SearchQuery } from './search.graphql.js';

type Found = ResultOf<typeof SearchQuery>;
type Hit = (Found['customers'] | Found['invoices'])['nodes'][number];

/** Any customer or invoice, by number or name, without the mouse. */
export default function Search({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const answer = useAsk(SearchQuery, { text: asked }, { enabled: asked.length > 0 });
  const found = asked ? answer.data : undefined;
  const hits: Hit[] = found ? [...found.customers.nodes, ...found.invoices.nodes] : [];
  const navigate = useNavigate();
  const linkTo = useLinkTo();

  const open = (hit: Hit) => {
    onClose();
    navigate(linkTo(`/customers/${hit.customerId}`, hit.kind === 'INVOICE' ? { find: hit.title } : {}));
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setPlace((place + step + hits.length) % Math.max(hits.length, 1));
    }
    const hit = hits[place];
    if (event.key === 'Enter' && hit) open(hit);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      yOffset="10vh"
      transitionProps={{ duration: 80 }}
      title="Search customers and invoices"
    >
      <TextInput
        data-autofocus
        aria-label="Name or number of a customer or invoice"
        placeholder="Name or number"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKey}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[place] ? `hit-${hits[place].id}` : undefined}
      />
      <div id="search-hits" role="listbox" aria-label="Found" className={classes.hits}>
        {hits.map((hit, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and opens by keyboard
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`hit-${hit.id}`}
            role="option"
            aria-selected={at === place}
            onMouseEnter={() => setPlace(at)}
            onClick={() => open(hit)}
          >
            <span>{hit.title}</span>
            <span className="muted small">
              {hit.kind === 'INVOICE' ? 'Invoice, ' : 'Customer '}
              {hit.detail}
            </span>
          </div>
        ))}
      </div>
      {answer.error && <Failed what="what was found" error={answer.error} retry={answer.refetch} />}
      {asked && answer.isSuccess && !answer.isFetching && hits.length === 0 && (
        <p className="muted" role="status">
          No customer or invoice has “{asked}” in its name or number.
        </p>
      )}
    </Modal>
  );
}
