import { ArrowLeftRight, TriangleAlert } from 'lucide-react';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { durationText } from '@/lib/journey/rules/duration';
import { type Handoff, handoffsOf, handoffTitle } from '@/lib/journey/rules/handoff';
import type { Column } from './columns';
import { MeasureChip } from './measure-chip';

/** What a handoff cell shows at the touchpoint that receives: from whom, what passes, and how customers found it. */
export function HandoffCell({ column, map }: { column: Column; map: JourneyMapView }) {
  const t = useText();
  const here = receivedAt(column, map);
  if (here.length === 0) return <span className="sr-only">{t('No handoff')}</span>;
  return (
    <ul className="flex flex-col gap-2.5 px-2 py-2">
      {here.map((handoff) => (
        <li key={`${handoff.from.id} ${handoff.to.id}`} className="flex flex-col gap-1">
          <HandoffChip handoff={handoff} />
          <HandoffFacts handoff={handoff} />
          {(handoff.recorded?.measures ?? []).map((measure) => (
            <MeasureChip
              key={`${measure.metric} ${measure.wording}`}
              measure={measure}
              minimumN={map.minimumN}
              lead
              t={t}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Whether anybody hands customers over to the column's touchpoint. */
export function hasHandoffs(column: Column, map: JourneyMapView): boolean {
  return receivedAt(column, map).length > 0;
}

/** Every cell of the lane asks the same map. */
const known = new WeakMap<JourneyMapView, Handoff[]>();

function receivedAt({ touchpoint }: Column, map: JourneyMapView): Handoff[] {
  if (touchpoint === null) return [];
  const all = known.get(map) ?? handoffsOf(map);
  known.set(map, all);
  return all.filter(({ to }) => to.id === touchpoint.id);
}

/** 'Sales → Field ops', marked where nobody has said what passes. */
export function HandoffChip({ handoff }: { handoff: Handoff }) {
  const t = useText();
  const { recorded, current } = handoff;
  return (
    <span
      className={`inline-flex max-w-full min-h-6 items-center gap-1.5 self-start rounded-md px-2 py-0.5 text-xs leading-4 font-medium ${current ? 'bg-warn text-on-warn' : 'bg-sunk text-soft'}`}
    >
      <ArrowLeftRight aria-hidden="true" className="size-3 shrink-0" />
      <span className="min-w-0 break-words">
        <span className="sr-only">{t('Handoff')} </span>
        {handoffTitle(handoff)}
      </span>
      {recorded === null ? (
        <span title={t('Nobody has said what passes here')}>
          <TriangleAlert aria-hidden="true" className="size-3 shrink-0" />
          <span className="sr-only">, {t('nobody has said what passes here')}</span>
        </span>
      ) : null}
    </span>
  );
}

function HandoffFacts({ handoff: { recorded, current } }: { handoff: Handoff }) {
  const t = useText();
  const promised = durationText(recorded?.promisedMinutes ?? null, t);
  const facts = [
    ...(current ? [] : [t('No longer a handoff')]),
    ...(recorded?.passes ? [recorded.passes] : []),
    ...(promised ? [t('within {time}', { time: promised })] : []),
    ...(recorded?.asking && recorded.measures.length === 0 ? [t('Asking, no answers yet')] : []),
  ];
  return facts.map((fact) => (
    <p key={fact} className="line-clamp-3 text-2xs leading-4 break-words text-soft" title={fact}>
      {fact}
    </p>
  ));
}
