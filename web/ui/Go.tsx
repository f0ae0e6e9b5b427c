import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLinkTo } from '../as-of.js';

type Props = {
  to: string;
  with?: Record<string, string | null | undefined>;
  className?: string;
  children: ReactNode;
};

/** A link that stays as of the day the reader chose. */
export function Go({ to, with: search, ...rest }: Props) {
  const linkTo = useLinkTo();
  return <Link to={linkTo(to, search)} {...rest} />;
}
