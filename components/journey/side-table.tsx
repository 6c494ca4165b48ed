import Link from 'next/link';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import type { MeasureView } from '@/lib/insights/model';
import type { ComparedMeasure, SideBySide } from '@/lib/insights/model/side-by-side';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { SideDifference } from './side-difference';
import { Chips, Differences, SideHead, subjectsOf } from './side-lanes';

/** Every measure of every touchpoint in words and numbers: what the lanes show, to read, to copy and to print. */
export function SideTable({
  compared,
  names,
  minimumN,
  hrefOf,
  t,
}: {
  compared: SideBySide;
  names: { a: string; b: string };
  minimumN: number;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  return (
    <Table
      label={t('Both sides in numbers')}
      head={
        <tr>
          <Th>{t('Touchpoint')}</Th>
          <Th>{t('Asked')}</Th>
          <Th>
            <SideHead letter="A" name={names.a} />
          </Th>
          <Th>
            <SideHead letter="B" name={names.b} />
          </Th>
          <Th>{t('Difference, B − A')}</Th>
        </tr>
      }
    >
      {subjectsOf(compared, t).flatMap((group) =>
        group.subjects.flatMap(({ id, title, measures }) => {
          const place = (
            <>
              {group.onMap ? (
                <Link
                  href={hrefOf(id)}
                  className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
                >
                  {title}
                </Link>
              ) : (
                <span className="font-medium">{title}</span>
              )}
              <span className="block text-xs text-soft">{group.title}</span>
            </>
          );
          return measures.length === 0 ? (
            <tr key={id}>
              <Td>{place}</Td>
              <Td colSpan={4} className="text-soft">
                {t('nobody asked')}
              </Td>
            </tr>
          ) : (
            measures.map((measure, index) => (
              <tr key={`${id} ${measure.b.metric} ${measure.b.wording}`}>
                {index === 0 ? (
                  <Td rowSpan={measures.length} className="min-w-40">
                    {place}
                  </Td>
                ) : null}
                <MeasureCells measure={measure} minimumN={minimumN} t={t} />
              </tr>
            ))
          );
        }),
      )}
    </Table>
  );
}

/** What was asked, both scores, and their difference, as cells of a row. */
export function MeasureCells({
  measure,
  minimumN,
  t,
}: {
  measure: ComparedMeasure;
  minimumN: number;
  t: Translate;
}) {
  return (
    <>
      <Td>{measure.b.title}</Td>
      <Td>
        <SideScore measure={measure.a} minimumN={minimumN} t={t} />
      </Td>
      <Td>
        <SideScore measure={measure.b} minimumN={minimumN} t={t} />
      </Td>
      <Td className="whitespace-nowrap">
        <SideDifference compared={measure} minimumN={minimumN} t={t} />
      </Td>
    </>
  );
}

function SideScore({ measure, minimumN, t }: { measure: MeasureView; minimumN: number; t: Translate }) {
  const { metric, score, shown } = measure;
  if (!shown || score.value === null) {
    return (
      <span className="text-xs text-soft">
        {score.n === 0
          ? t('no answers')
          : t('too few to score ({n} of {minimum})', { n: score.n, minimum: minimumN })}
      </span>
    );
  }
  return (
    <span className="tabular whitespace-nowrap">
      <b className="font-semibold">
        {METRICS[metric].label} {formatScore(metric, score.value, t.tongue)}
      </b>{' '}
      <span className="text-xs text-soft">
        <span className="sr-only">{t('95 % interval')} </span>
        {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
        {t('n {n}', { n: formatCount(score.n, t.tongue) })}
      </span>
    </span>
  );
}

/** The same for a narrow screen: one touchpoint under the other, each with both sides and what differs. */
export function SideList({
  compared,
  names,
  minimumN,
  hrefOf,
  t,
}: {
  compared: SideBySide;
  names: { a: string; b: string };
  minimumN: number;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  return (
    <div className="flex flex-col gap-6">
      {subjectsOf(compared, t).map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h3 className="mb-2 text-base font-semibold">{group.title}</h3>
          <ul className="flex flex-col gap-3">
            {group.subjects.map(({ id, title, measures }) => (
              <li key={id} className="rounded-xl border border-line bg-panel p-3">
                <h4 className="text-sm font-semibold">
                  {group.onMap ? (
                    <Link href={hrefOf(id)} className="inline-flex min-h-6 items-center hover:underline">
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </h4>
                {measures.length === 0 ? (
                  <p className="text-xs text-soft">{t('nobody asked')}</p>
                ) : (
                  <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2">
                    <div className="flex min-w-0 flex-col gap-1.5 text-xs">
                      <SideHead letter="A" name={names.a} />
                      <Chips measures={measures.map(({ a }) => a)} minimumN={minimumN} t={t} />
                    </div>
                    <div className="flex min-w-0 flex-col gap-1.5 text-xs">
                      <SideHead letter="B" name={names.b} />
                      <Chips measures={measures.map(({ b }) => b)} minimumN={minimumN} t={t} />
                    </div>
                    <div className="col-span-2 flex flex-col gap-1.5 border-t border-line pt-2">
                      <p className="text-xs font-semibold">{t('Difference, B − A')}</p>
                      <Differences measures={measures} minimumN={minimumN} t={t} />
                    </div>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
