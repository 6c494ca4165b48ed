'use client';

import { Plus, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { formatPercent } from '@/lib/format';
import type { TouchpointView } from '@/lib/insights/model';
import { LINK_KIND_LABELS } from '@/lib/journey/model/path';
import { handoffsOf, handoffTitle } from '@/lib/journey/rules/handoff';
import { leavesTooMany } from '@/lib/journey/rules/path';
import { msg } from '@/lib/translate';
import { findColumn } from './columns';
import { type AskAtHandoff, HandoffFields } from './handoff-fields';
import { useEditor } from './map-editor';
import { PathForm } from './path-form';
import { PATH_KINDS } from './path-kind';
import { type PathLine, pathLines } from './path-text';
import { useTouchpointEdit } from './touchpoint-edit';

/** Where customers come from and go to, who hands them over, and the journey that shows the touchpoint in full. */
export function PathsTab({
  touchpointId,
  journeys,
  ask,
}: {
  touchpointId: string;
  /** Journeys that may show it in full. */
  journeys: readonly { id: string; title: string }[];
  /** null where the member may not. */
  ask: AskAtHandoff | null;
}) {
  const { map, editable, open } = useEditor();
  const t = useText();
  const [adding, setAdding] = useState(false);
  const touchpoint = findColumn(map, touchpointId)?.touchpoint;
  if (!touchpoint)
    return <p className="px-5 py-4 text-sm text-soft">{t('This touchpoint is no longer on the map.')}</p>;
  const lines = pathLines(map, touchpointId);
  const [out, into] = [
    lines.filter(({ direction }) => direction === 'out'),
    lines.filter(({ direction }) => direction === 'in'),
  ];
  const handoffs = handoffsOf(map);
  const received = handoffs.filter(({ to }) => to.id === touchpointId);
  const given = handoffs.filter(({ from, current }) => current && from.id === touchpointId);

  return (
    <div className="flex flex-col gap-5 px-5 py-4">
      <section aria-labelledby="paths-out" className="flex flex-col gap-2">
        <h3 id="paths-out" className="text-sm font-semibold">
          {t('From here, besides the plain order')}
        </h3>
        <Lines lines={out} none={t('Customers simply go on to the next touchpoint.')} />
        {leavesTooMany(map.links, touchpointId) ? (
          <p className="text-xs font-medium text-bad">
            {t('These shares add up to more than 100 %. Lower one of them.')}
          </p>
        ) : null}
        {into.length > 0 ? (
          <>
            <h3 className="mt-2 text-sm font-semibold">{t('To here')}</h3>
            <Lines lines={into} none="" />
          </>
        ) : null}
        {editable && !adding ? (
          <Button className="self-start" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" className="size-4" /> {t('Draw a path')}
          </Button>
        ) : null}
        {adding ? <PathForm touchpointId={touchpointId} link={null} onDone={() => setAdding(false)} /> : null}
      </section>

      <section aria-labelledby="handoffs-here" className="flex flex-col gap-2 border-t border-line pt-4">
        <h3 id="handoffs-here" className="text-sm font-semibold">
          {t('Handoffs')}
        </h3>
        {received.length + given.length === 0 ? (
          <p className="text-sm text-soft">
            {t('None here. A handoff appears where the owner changes from one touchpoint to the next.')}
          </p>
        ) : null}
        {received.map((handoff) => (
          <HandoffFields key={handoff.from.id} handoff={handoff} ask={ask} />
        ))}
        {given.map((handoff) => (
          <p key={handoff.to.id} className="text-sm">
            {rich(t, '{handoff}, recorded at <a>{touchpoint}</a>', {
              handoff: handoffTitle(handoff),
              touchpoint: handoff.to.title,
              a: (inside) => (
                <button
                  type="button"
                  className="min-h-6 text-left underline underline-offset-2"
                  onClick={() => open(handoff.to.id)}
                >
                  {inside}
                </button>
              ),
            })}
          </p>
        ))}
      </section>

      <section aria-labelledby="sub-journey" className="flex flex-col gap-2 border-t border-line pt-4">
        <h3 id="sub-journey" className="text-sm font-semibold">
          {t('In full')}
        </h3>
        <SubJourney touchpoint={touchpoint} journeys={journeys} />
      </section>
    </div>
  );
}

/** For who listens only. */
const hidden = (inside: ReactNode) => <span className="sr-only">{inside}</span>;

function Lines({ lines, none }: { lines: readonly PathLine[]; none: string }) {
  if (lines.length === 0) return <p className="text-sm text-soft">{none}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}

function Line({ line: { link, direction, other, hint } }: { line: PathLine }) {
  const { map, editable, edit, open } = useEditor();
  const t = useText();
  const [changing, setChanging] = useState(false);
  const { icon: Icon, head } = PATH_KINDS[link.kind];
  const end = direction === 'out' ? link.toId : link.fromId;
  const kind = t(LINK_KIND_LABELS[link.kind]);
  const name = !other
    ? kind
    : direction === 'out'
      ? t('{kind} to {touchpoint}', { kind, touchpoint: other })
      : t('{kind} from {touchpoint}', { kind, touchpoint: other });
  if (changing && editable) {
    return (
      <li>
        <PathForm
          touchpointId={(direction === 'out' ? link.fromId : link.toId) ?? ''}
          link={link}
          onDone={() => setChanging(false)}
        />
      </li>
    );
  }
  return (
    <li className="flex flex-col gap-1 rounded-xl border border-line px-3 py-2 text-sm">
      <div className="flex items-start gap-2">
        <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${head}`} />
        <div className="min-w-0 grow break-words">
          {end !== null && other ? (
            rich(
              t,
              direction === 'out'
                ? msg('<b>{kind}</b> to <a>{touchpoint}</a>')
                : msg('<b>{kind}</b> from <a>{touchpoint}</a>'),
              {
                kind,
                touchpoint: other,
                b: (inside) => <span className="font-medium">{inside}</span>,
                a: (inside) => (
                  <button
                    type="button"
                    className="min-h-6 text-left underline underline-offset-2"
                    onClick={() => open(end)}
                  >
                    {inside}
                  </button>
                ),
              },
            )
          ) : (
            <span className="font-medium">{kind}</span>
          )}
          {link.label ? <span className="block text-xs text-soft">{link.label}</span> : null}
        </div>
        {link.shareRatio !== null ? (
          <span className="tabular shrink-0 font-semibold">{formatPercent(link.shareRatio)}</span>
        ) : null}
      </div>
      {hint ? (
        <p className="flex items-center gap-1.5 text-xs text-bad">
          <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" /> {t(hint)}
        </p>
      ) : null}
      {editable && map.links.includes(link) && !link.id.startsWith('pending') ? (
        <div className="-ml-2 flex gap-1">
          <Button size="small" variant="quiet" onClick={() => setChanging(true)}>
            {rich(t, 'Change<s> {name}</s>', { name, s: hidden })}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onClick={() => void edit({ kind: 'removeLink', id: link.id }, t('Removed the path'))}
          >
            {rich(t, 'Remove<s> {name}</s>', { name, s: hidden })}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function SubJourney({
  touchpoint,
  journeys,
}: {
  touchpoint: TouchpointView;
  journeys: readonly { id: string; title: string }[];
}) {
  const { map, editable } = useEditor();
  const t = useText();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  const { subJourney } = touchpoint;
  const choices = journeys.filter(({ id }) => id !== map.id);
  const known = subJourney === null || choices.some(({ id }) => id === subJourney.id);
  return (
    <>
      {editable ? (
        <SelectField
          label={t('Journey that shows this touchpoint step by step')}
          value={subJourney?.id ?? ''}
          error={errorOf('subJourneyId')}
          {...(choices.length === 0 ? { hint: t('Make another journey first; then choose it here.') } : {})}
          onChange={(event) => void save({ subJourneyId: event.target.value || null })}
        >
          <option value="">{t('None##of the journeys')}</option>
          {[...(known || !subJourney ? [] : [subJourney]), ...choices].map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      ) : null}
      {subJourney ? (
        <Link
          href={`/journeys/${subJourney.id}`}
          className="inline-flex min-h-6 items-center self-start text-sm underline underline-offset-2"
        >
          {t('Open “{title}”', { title: subJourney.title })}
        </Link>
      ) : editable ? null : (
        <p className="text-sm text-soft">{t('No journey shows it step by step.')}</p>
      )}
    </>
  );
}
