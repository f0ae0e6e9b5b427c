import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts, and from where: what the audit writes down. */
export interface Caller {
  name: string;
  origin: string;
}

const callers = new AsyncLocalStorage<Caller>();

/** Does the work in the name of a caller: whatever it sets off knows, without being handed it from function to function. */
export const inTheNameOf = <T>(caller: Caller, work: () => T): T => callers.run(caller, work);

/** Where nobody asked, the program acts by itself. */
export const caller = (): Caller => callers.getStore() ?? { name: 'the program', origin: 'by itself' };
