import { useEffect } from 'react';
import { useAddress } from '../../address.js';
import { useAsk } from '../../graphql.js';
import { type Draft, emptyDraft } from './draft.js';
import { CustomerToVetQuery } from './vet.graphql.js';

/** Whoever comes from a customer vets that customer: the form begins with what is known of it. */
export function useCustomerToVet(begin: (draft: Draft) => void) {
  const { get, set } = useAddress();
  const id = get('customer');
  const asked = useAsk(CustomerToVetQuery, { id }, { enabled: id !== '' });
  const customer = id === '' ? undefined : asked.data?.customer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the customer is there
  useEffect(() => {
    if (!customer) return;
    const { name, entityType, country, currency, registrationNumber } = customer;
    begin({
      ...emptyDraft,
      customerId: customer.id,
      companyName: name,
      entityType,
      currency,
      country: country ?? '',
      registrationNumber: registrationNumber ?? '',
    });
    set({ customer: null });
  }, [customer?.id]);
  return asked;
}
