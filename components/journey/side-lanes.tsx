import Link from 'next/link';
import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import type { MeasureView } from '@/lib/insights/model';
import type { ComparedMeasure, ComparedSubject, SideBySide } from '@/lib/insights/model/side-by-side';
import type { Translate } from '@/lib/translate';
import { MeasureChip } from './measure-chip';
import { SideDifference } from './side-difference';

type Shown = {
  compared: SideBySide;
  /** What the two sides are called. */
  names: { a: string; b: string };
  minimumN: number;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
};

/** What both sides say at each touchpoint, in the order of the map, with what the handoffs say at the end. */
export function subjectsOf({ stages, handoffs }: SideBySide, t: Translate) {
  return [
    ...stages.map(({ id, title, touchpoints }) => ({ id, title, subjects: touchpoints, onMap: true })),
    ...(handoffs.length > 0
      ? [{ id: 'handoffs', title: t('Handoffs'), subjects: handoffs, onMap: false }]
      : []),
  ];
}

const LANE =
  'sticky left-0 z-10 w-28 min-w-28 border-r border-line bg-head px-3 py-2.5 text-left align-top text-xs font-semibold';

/** The two sides as lanes under the touchpoints of the map, and between them what differs. */
export function SideLanes({ compared, names, minimumN, hrefOf, t }: Shown) {
  const groups = subjectsOf(compared, t);
  type SideColumn = { subject: ComparedSubject | null; onMap: boolean; key: string; first: boolean };
  const columns = groups.flatMap(({ subjects, onMap, id }): SideColumn[] =>
    subjects.length === 0
      ? [{ subject: null, onMap, key: id, first: true }]
      : subjects.map((subject, index) => ({ subject, onMap, key: subject.id, first: index === 0 })),
  );
  const lane = (head: ReactNode, cell: (subject: ComparedSubject) => ReactNode) => (
    <tr>
      <th scope="row" className={LANE}>
        {head}
      </th>
      {columns.map(({ subject, key, first }) => (
        <td
          key={key}
          className={`w-44 min-w-44 px-3 py-2.5 align-top ${first ? 'border-l border-line-strong' : ''}`}
        >
          {subject === null ? null : subject.measures.length === 0 ? (
            <span className="text-xs text-soft">{t('nobody asked')}</span>
          ) : (
            <div className="flex flex-col gap-1.5">{cell(subject)}</div>
          )}
        </td>
      ))}
    </tr>
  );
  return (
    <Table
      label={t('Both sides along the map')}
      head={
        <>
          <tr>
            <td className={LANE} />
            {groups.map(({ id, title, subjects }) => (
              <th
                key={id}
                scope="colgroup"
                colSpan={Math.max(1, subjects.length)}
                className="border-l border-line-strong px-3 pt-2.5 text-sm font-semibold text-ink"
              >
                {title}
              </th>
            ))}
          </tr>
          <tr>
            <td className={`${LANE} border-b`} />
            {columns.map(({ subject, key, onMap, first }) => (
              <th
                key={key}
                scope="col"
                className={`border-b border-line px-3 pt-1 pb-2.5 align-bottom font-medium text-ink ${first ? 'border-l border-l-line-strong' : ''}`}
              >
                {subject === null ? null : onMap ? (
                  <Link
                    href={hrefOf(subject.id)}
                    className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
                  >
                    {subject.title}
                  </Link>
                ) : (
                  subject.title
                )}
              </th>
            ))}
          </tr>
        </>
      }
    >
      {lane(<SideHead letter="A" name={names.a} />, ({ measures }) => (
        <Chips measures={measures.map(({ a }) => a)} minimumN={minimumN} t={t} />
      ))}
      {lane(<SideHead letter="B" name={names.b} />, ({ measures }) => (
        <Chips measures={measures.map(({ b }) => b)} minimumN={minimumN} t={t} />
      ))}
      {lane(
        <>
          {t('Difference')}
          <span className="block font-normal text-soft">{t('B − A')}</span>
        </>,
        ({ measures }) => (
          <Differences measures={measures} minimumN={minimumN} t={t} />
        ),
      )}
    </Table>
  );
}

/** The letter of a side with its name. */
export function SideHead({ letter, name }: { letter: 'A' | 'B'; name: string }) {
  return (
    <span className="inline-flex items-start gap-1.5">
      <span
        className={`inline-flex size-5 shrink-0 items-center justify-center text-2xs font-bold ${letter === 'A' ? 'rounded-full border-2 border-accent text-accent' : 'rounded-sm bg-primary text-on-primary'}`}
      >
        {letter}
      </span>
      <span className="min-w-0 self-center break-words">{name}</span>
    </span>
  );
}

/** The scores of one side at one touchpoint. */
export function Chips({
  measures,
  minimumN,
  t,
}: {
  measures: readonly MeasureView[];
  minimumN: number;
  t: Translate;
}) {
  return measures.map((measure) => (
    <MeasureChip
      key={`${measure.metric} ${measure.wording}`}
      measure={measure}
      minimumN={minimumN}
      lead
      change={false}
      t={t}
    />
  ));
}

export function Differences({
  measures,
  minimumN,
  t,
}: {
  measures: readonly ComparedMeasure[];
  minimumN: number;
  t: Translate;
}) {
  return measures.map((compared) => (
    <SideDifference
      key={`${compared.b.metric} ${compared.b.wording}`}
      compared={compared}
      minimumN={minimumN}
      t={t}
    />
  ));
}
