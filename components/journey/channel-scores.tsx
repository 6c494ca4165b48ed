import Link from 'next/link';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView, TouchpointDetailView } from '@/lib/insights/model';
import { searchOf } from '@/lib/insights/rules/address';
import { channelLabel } from '@/lib/journey/rules/channels';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { ChannelSign } from './channel-icon';
import { outsideNote } from './measure-chip';
import { scoreClass } from './tones';

/** What a touchpoint scores in each of its channels; nothing where it has one. */
export function ChannelScores({
  detail: { channels },
  map,
  linked,
  t,
}: {
  detail: TouchpointDetailView;
  map: JourneyMapView;
  /** Whether the channels can be held against each other on a page of their own. */
  linked: boolean;
  t: Translate;
}) {
  if (channels.length === 0) return null;
  const answered = channels.filter(
    ({ channel, measures }) => channel !== null && measures.some(({ score }) => score.n > 0),
  );
  const side = new URLSearchParams(searchOf(map.filter));
  side.set('by', 'channel');
  for (const [index, name] of (['a', 'b'] as const).entries()) {
    side.set(name, answered[index]?.channel ?? '');
  }
  return (
    <section className="px-5 py-4">
      <h3 className="text-sm font-semibold">{t('By channel')}</h3>
      {answered.length === 0 ? (
        <p className="mt-1 text-xs text-soft">
          {t(
            'No answer of this period says in which channel it was asked. Say so at each place under Surveys; answers from then on are counted there.',
          )}
        </p>
      ) : (
        <>
          <table className="tabular mt-2 w-full text-left text-xs">
            <thead className="sr-only">
              <tr>
                <th scope="col">{t('Channel')}</th>
                <th scope="col">{t('Scores')}</th>
              </tr>
            </thead>
            <tbody>
              {channels.map(({ channel, measures }) => (
                <tr key={channel} className="border-t border-line first:border-t-0">
                  <th scope="row" className="w-32 py-2 pr-3 align-top font-medium">
                    {channel === null ? (
                      <span className="text-soft">{t('No channel known')}</span>
                    ) : (
                      <span className="inline-flex items-center gap-1.5">
                        <ChannelSign channel={channel} />
                        {channelLabel(channel, map.channels, t)}
                      </span>
                    )}
                  </th>
                  <td className="py-2 align-top">
                    <ul className="flex flex-col gap-1">
                      {measures.map((measure) => (
                        <li key={`${measure.metric} ${measure.wording}`}>
                          <Scored measure={measure} minimumN={map.minimumN} t={t} />
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {linked && answered.length > 1 ? (
            <Link
              href={`/journeys/${map.id}/side-by-side?${side}`}
              className="no-print mt-1 inline-flex min-h-6 items-center text-xs underline underline-offset-2"
            >
              {t('Channels side by side')}
            </Link>
          ) : null}
        </>
      )}
    </section>
  );
}

function Scored({ measure, minimumN, t }: { measure: MeasureView; minimumN: number; t: Translate }) {
  const { metric, score, shown, level } = measure;
  const label = METRICS[metric].label;
  if (!shown || score.value === null) {
    return (
      <span className="text-soft">
        {label}{' '}
        {score.n === 0
          ? t('no answers')
          : t('too few to score ({n} of {minimum})', { n: score.n, minimum: minimumN })}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5" title={outsideNote(measure, t)}>
      <span className={`rounded-sm border px-1 font-semibold ${scoreClass(metric, score.value, level)}`}>
        {label} {formatScore(metric, score.value, t.tongue)}
      </span>
      <span className="whitespace-nowrap text-soft">
        <span className="sr-only">{t('95 % interval')} </span>
        {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
        {t('n {n}', { n: formatCount(score.n, t.tongue) })}
      </span>
    </span>
  );
}
