import type { ReactNode } from 'react';
import { type Permission, useMay } from './me.js';

/** Offers what it holds to those who may do it. */
export function Allowed({ to, children }: { to: Permission; children: ReactNode }) {
  return useMay()(to) ? children : null;
}
