'use client';

import { useEffect, useRef, useState } from 'react';
import { useText } from '@/components/ui/text';
import { formatList } from '@/lib/format';
import { findColumn } from './columns';
import { useLive } from './live-map';
import { useEditor } from './map-editor';
import { colourOf, initialsOf } from './people';

/** People drawn one by one; the others are counted. */
const MOST_FACES = 5;

/** Who else has this map open, and where they are. */
export function PeopleHere() {
  const { people } = useLive();
  const { map } = useEditor();
  const t = useText();
  const whereOf = (touchpointId: string | null) => {
    const title = touchpointId && findColumn(map, touchpointId)?.touchpoint?.title;
    return title ? t(', at “{title}”', { title }) : '';
  };
  const shown = people.slice(0, MOST_FACES);
  const more = people.slice(MOST_FACES);
  return (
    <>
      {people.length > 0 ? (
        <ul aria-label={t('Also on this map')} className="no-print flex items-center gap-1.5">
          {shown.map(({ userId, name, touchpointId }) => (
            <li
              key={userId}
              title={`${name}${whereOf(touchpointId)}`}
              className="flex min-w-0 items-center gap-1.5 text-xs"
            >
              <Face userId={userId} name={name} className="size-6.5" />
              <span className={people.length > 2 ? 'sr-only' : 'max-w-28 truncate max-sm:sr-only'}>
                {name}
              </span>
              <span className="sr-only">{whereOf(touchpointId)}</span>
            </li>
          ))}
          {more.length > 0 ? (
            <li title={more.map(({ name }) => name).join(', ')} className="text-xs text-soft">
              <span aria-hidden="true">+{more.length}</span>
              <span className="sr-only">{more.map(({ name }) => name).join(', ')}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
      <Arrivals />
    </>
  );
}

/** Says who came, not where they go: that would never end. */
function Arrivals() {
  const t = useText();
  const { people } = useLive();
  const before = useRef<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const come = people.filter(({ userId }) => !before.current.has(userId)).map(({ name }) => name);
    before.current = new Set(people.map(({ userId }) => userId));
    if (come.length === 0) return;
    // Whoever only reloads their page is not announced anew: the line of one who leaves ends at once.
    const timer = setTimeout(
      () =>
        setSaid(
          t('{n, plural, one {{names} is on this map too.} other {{names} are on this map too.}}', {
            n: come.length,
            names: formatList(come, t.tongue),
          }),
        ),
      1_000,
    );
    return () => clearTimeout(timer);
  }, [people, t]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}

/** Marks the touchpoint that others have open: their colour around it, their initials on it. Goes into a positioned box. */
export function PresenceMark({ touchpointId }: { touchpointId: string }) {
  const t = useText();
  const here = useLive().people.filter((one) => one.touchpointId === touchpointId);
  const [first] = here;
  if (!first) return null;
  return (
    <span
      data-presence={here.map(({ name }) => name).join(', ')}
      className={`no-print pointer-events-none absolute inset-0 z-10 rounded-lg outline-2 -outline-offset-1 ${colourOf(first.userId).line}`}
    >
      <span className="absolute -top-2 right-1 flex -space-x-1">
        {here.slice(0, 3).map(({ userId, name }) => (
          <Face key={userId} userId={userId} name={name} className="size-5 text-[0.5625rem]" />
        ))}
      </span>
      <span className="sr-only">
        {t('{n, plural, one {{names} is here.} other {{names} are here.}}', {
          n: here.length,
          names: formatList(
            here.map(({ name }) => name),
            t.tongue,
          ),
        })}
      </span>
    </span>
  );
}

/** A person's initials in their colour. */
export function Face({ userId, name, className }: { userId: string; name: string; className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full text-2xs font-semibold ring-2 ring-panel ${colourOf(userId).fill} ${className}`}
    >
      {initialsOf(name)}
    </span>
  );
}
