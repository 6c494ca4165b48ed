'use client';

import { Layers, Plus, Star } from 'lucide-react';
import Link from 'next/link';
import { useText } from '@/components/ui/text';
import type { ChannelView, TouchpointView } from '@/lib/insights/model';
import { momentText } from '@/lib/journey/rules/moment';
import { CaseMark } from './case-mark';
import { shownMeasures } from './columns';
import { MeasureChip } from './measure-chip';
import { OwnerMark, TouchpointMarks } from './touchpoint-marks';
import { TouchpointName } from './touchpoint-name';

/** What a touchpoint shows of itself: its name and channel, whether it is a moment that matters, and its scores. */
export function TouchpointFace({
  touchpoint,
  minimumN,
  href,
  onOpen,
  title,
  own = [],
  inGrid,
}: {
  touchpoint: TouchpointView;
  minimumN: number;
  href: string;
  onOpen: () => void;
  /** Stands in for the name while it is being changed. */
  title?: React.ReactNode;
  /** The channels that the workspace added. */
  own?: readonly ChannelView[];
  /** In the grid the cell itself holds the focus. */
  inGrid: boolean;
}) {
  const measures = shownMeasures(touchpoint);
  const t = useText();
  const moment = momentText(touchpoint, t);
  return (
    <>
      <div className={`flex items-start gap-1.5 ${inGrid ? 'min-h-10' : ''}`}>
        <TouchpointName {...{ touchpoint, own, href, onOpen, title, inGrid }} />
        {touchpoint.subJourney ? (
          <Link
            href={`/journeys/${touchpoint.subJourney.id}`}
            prefetch={false}
            draggable={false}
            {...(inGrid ? { tabIndex: -1 } : {})}
            title={t('In full: {title}', { title: touchpoint.subJourney.title })}
            className="-my-1 grid size-6 shrink-0 place-items-center rounded-md text-soft hover:text-ink"
          >
            <Layers aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{t('In full: {title}', { title: touchpoint.subJourney.title })}</span>
          </Link>
        ) : null}
        <OwnerMark touchpoint={touchpoint} />
        {touchpoint.moment ? (
          <span title={`${t('Moment that matters.')} ${moment}`} className="mt-0.5 text-star">
            <Star aria-hidden="true" className="size-3.5 fill-current" />
            <span className="sr-only">
              {t('Moment that matters.')} {moment}
            </span>
          </span>
        ) : null}
      </div>
      <TouchpointMarks touchpoint={touchpoint} />
      <CaseMark touchpoint={touchpoint} inGrid={inGrid} />
      {measures.length > 0 ? (
        <div className="mt-1.5 flex flex-col gap-1">
          {measures.map((measure, index) => (
            <MeasureChip
              key={`${measure.metric} ${measure.wording}`}
              measure={measure}
              minimumN={minimumN}
              lead={index === 0}
              t={t}
            />
          ))}
        </div>
      ) : (
        <NotAsked asking={touchpoint.asking} />
      )}
    </>
  );
}

function NotAsked({ asking }: { asking: boolean }) {
  const t = useText();
  return (
    <div className="mt-1.5">
      <div className="inline-flex min-h-8 items-center gap-1.5 rounded-md bg-guess px-2.5 text-xs font-semibold text-on-guess">
        {asking ? null : <Plus aria-hidden="true" className="size-3.5" />}
        {asking ? t('Asking') : t('Ask customers')}
      </div>
      <div className="mt-1 text-2xs text-soft">
        {asking ? t('No answers yet') : t('Nothing measured here')}
      </div>
    </div>
  );
}
