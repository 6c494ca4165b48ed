import Link from 'next/link';
import { Fragment } from 'react';
import type { JourneyMapView, StatementView } from '@/lib/insights/model';
import {
  BLUEPRINT_LINES,
  BLUEPRINT_ROW_LABELS,
  BLUEPRINT_ROWS,
  type BlueprintColumn,
  type BlueprintRow,
} from '@/lib/insights/rules/blueprint';
import { EFFECT_LABELS, STATES_IN_SENTENCE } from '@/lib/journey/model/statement';
import { channelLabel } from '@/lib/journey/rules/channels';
import type { Translate } from '@/lib/translate';
import { ChannelIcon } from './channel-icon';
import { shownMeasures } from './columns';
import { MeasureChip } from './measure-chip';

/** The service blueprint: who sees what, with the lines between customer, frontstage, backstage and support. */
export function BlueprintView({
  map,
  columns,
  hrefOf,
  t,
}: {
  map: JourneyMapView;
  columns: readonly BlueprintColumn[];
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const across = columns.length + 1;
  return (
    <section
      aria-label={t('Service blueprint')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
      tabIndex={0}
      className="print-whole relative overflow-x-auto rounded-xl border border-line bg-panel shadow-card"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">
          {t('Touchpoints from left to right; rows from what customers do down to what supports it')}
        </caption>
        <thead>
          <tr className="bg-head">
            <td className="sticky left-0 z-10 w-28 min-w-28 border-r border-line bg-head" />
            {map.stages.map((stage) =>
              stage.touchpoints.length === 0 ? null : (
                <th
                  key={stage.id}
                  scope="colgroup"
                  colSpan={stage.touchpoints.length}
                  className="border-l border-line px-3 py-2 text-left align-top font-bold"
                >
                  {stage.title}
                  <span className="block text-xs font-normal text-soft">
                    {stage.owner?.name ?? t('No owner')}
                  </span>
                </th>
              ),
            )}
          </tr>
          <tr className="border-t border-line">
            <RowHead>{t('Channels')}</RowHead>
            {columns.map(({ touchpoint }) => (
              <td
                key={touchpoint.id}
                className="min-w-46 border-l border-line px-3 py-2 align-top text-xs text-soft"
              >
                {touchpoint.channels.map((key) => channelLabel(key, map.channels, t)).join(', ')}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {BLUEPRINT_ROWS.map((row) => (
            <Fragment key={row}>
              {BLUEPRINT_LINES[row] ? (
                <tr>
                  <th
                    scope="rowgroup"
                    colSpan={across}
                    className="border-y-2 border-dashed border-field bg-sunk px-3 py-1 text-left text-2xs font-semibold tracking-wide text-soft"
                  >
                    <span className="sticky left-3">{t(BLUEPRINT_LINES[row])}</span>
                  </th>
                </tr>
              ) : null}
              <tr>
                <RowHead>{t(BLUEPRINT_ROW_LABELS[row])}</RowHead>
                {columns.map((column) => (
                  <td
                    key={column.touchpoint.id}
                    className="min-w-46 border-l border-line px-2.5 py-2.5 align-top"
                  >
                    <Cell map={map} column={column} row={row} hrefOf={hrefOf} t={t} />
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RowHead({ children }: { children: string }) {
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 w-28 min-w-28 border-r border-line bg-head px-3 py-2.5 text-left align-top text-xs font-semibold"
    >
      {children}
    </th>
  );
}

function Cell({
  map,
  column: { touchpoint, row: own, statements },
  row,
  hrefOf,
  t,
}: {
  map: JourneyMapView;
  column: BlueprintColumn;
  row: BlueprintRow;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const [lead] = shownMeasures(touchpoint);
  return (
    <div className="flex flex-col gap-2">
      {own === row ? (
        <div className="rounded-lg border border-line-strong p-2">
          <p className="flex items-start gap-1.5 text-xs font-semibold">
            <ChannelIcon
              channels={touchpoint.channels}
              own={map.channels}
              className="mt-0.5 size-3.5"
              t={t}
            />
            <Link
              href={hrefOf(touchpoint.id)}
              className="min-w-0 break-words underline-offset-2 hover:underline"
            >
              {touchpoint.title}
            </Link>
          </p>
          {touchpoint.owner ? <p className="mt-1 text-xs text-soft">{touchpoint.owner.name}</p> : null}
          {lead ? (
            <div className="mt-1.5">
              <MeasureChip measure={lead} minimumN={map.minimumN} lead t={t} />
            </div>
          ) : null}
        </div>
      ) : null}
      {statements[row].map((one) => (
        <Statement key={one.id} one={one} t={t} />
      ))}
    </div>
  );
}

const EDGES: Readonly<Record<StatementView['state'], string>> = {
  assumption: 'border-dashed border-field',
  partly: 'border-line-strong',
  validated: 'border-2 border-ink',
  refuted: 'border-line-strong line-through',
};

function Statement({ one, t }: { one: StatementView; t: Translate }) {
  return (
    <p className={`rounded-md border px-2 py-1.5 text-xs break-words ${EDGES[one.state]}`}>
      {one.text}
      <span className="mt-0.5 block text-2xs text-soft no-underline">
        {one.effect ? `${t(EFFECT_LABELS[one.effect])}, ` : ''}
        {t(STATES_IN_SENTENCE[one.state])}
      </span>
    </p>
  );
}
