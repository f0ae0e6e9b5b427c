import { currentRequest, newId } from './current-request.js';

/** Who acts, from where, and what they may. */
export interface Caller {
  /** `person 7`, `key 3`: whoever has one has limits of their own. */
  id?: string;
  /** What the audit writes down. */
  name: string;
  origin: string;
  /** False for who has not signed in. */
  isKnown: boolean;
  /** The person who signed in; null for keys, commands and the program itself. */
  personId: number | null;
  /** Must add a second factor before anything else. */
  lacksSecondFactor?: boolean;
  /** Sees only customers of its own. */
  seesOnlyOwn: boolean;
  /** The session one asks in, by its hash; of who came by a cookie alone. */
  session?: Buffer;
  may(permission: string): boolean;
}

const trusted = (name: string, origin: string): Caller => ({
  name,
  origin,
  isKnown: true,
  personId: null,
  seesOnlyOwn: false,
  may: () => true,
});

/** Where nobody asked, the program acts by itself. */
export const theProgram = (origin: string): Caller => trusted('the program', origin);

/** Whoever can run a command on the machine has the database as well. */
export const commandLine = (user: string, origin: string): Caller => trusted(user, origin);

export const nobody = (origin: string): Caller => ({
  name: 'nobody',
  origin,
  isKnown: false,
  personId: null,
  seesOnlyOwn: true,
  may: () => false,
});

/** Does the work in the name of a caller: whatever it sets off knows, without being handed it from function to function. */
export const inTheNameOf = <T>(caller: Caller, work: () => T): T =>
  currentRequest.run({ kind: 'other', id: newId(), ...currentRequest.getStore(), caller }, work);

export const caller = (): Caller => currentRequest.getStore()?.caller ?? theProgram('by itself');
