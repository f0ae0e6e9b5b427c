import { Person } from './auth/person.entity.js';
import { Contact } from './customers/contact.entity.js';
import { Customer } from './customers/customer.entity.js';
import { Allocation } from './ledger/allocation.entity.js';
import { Credit } from './ledger/credit.entity.js';
import { Invoice } from './ledger/invoice.entity.js';

/** The tables that have entities; what only hand-written SQL reads has none. */
export const entities = [Person, Customer, Contact, Invoice, Credit, Allocation];
