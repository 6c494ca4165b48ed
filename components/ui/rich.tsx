import { Children, Fragment, type ReactNode } from 'react';
import type { Translate } from '@/lib/translate';

type Parts = Readonly<Record<string, string | number | ReactNode | ((inside: ReactNode) => ReactNode)>>;

/** A sentence with links or emphasis in it: `rich(t, 'Read <a>the guide</a>.', { a: (inside) => <Link …>{inside}</Link> })`. */
export function rich(t: Translate, message: string, parts: Parts): ReactNode {
  // One tag may stand in a message twice.
  let place = 0;
  const wrapped = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      typeof part === 'function'
        ? (inside: ReactNode[]) => {
            place += 1;
            return <Fragment key={place}>{part(Children.toArray(inside))}</Fragment>;
          }
        : part,
    ]),
  );
  return Children.toArray(t.rich<ReactNode>(message, wrapped as Parameters<typeof t.rich<ReactNode>>[1]));
}
