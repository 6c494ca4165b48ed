import { ChartTools } from '@/components/charts/chart-tools';
import { formatCount, formatEmotion } from '@/lib/format';
import type { FollowUpFigure } from '@/lib/insights/model/follow-ups';
import type { Translate } from '@/lib/translate';
import { ShareBars } from './share-bars';

/** What customers answered to the questions after the score; nothing where none was answered. */
export function FollowUpFigures({
  touchpoint,
  figures,
  minimumN,
  t,
}: {
  /** Its title, for the pictures of the figures. */
  touchpoint: string;
  figures: readonly FollowUpFigure[];
  minimumN: number;
  t: Translate;
}) {
  return figures.map((figure) => (
    <section key={figure.kind} className="px-5 py-4">
      <h3 className="text-sm font-semibold">{titleOf(figure, t)}</h3>
      <p className="mb-2 text-xs text-soft">{noteOf(figure, minimumN, t)}</p>
      {figure.shown ? (
        <ChartTools
          id={`follow-up-${figure.kind}`}
          title={`${touchpoint}: ${titleOf(figure, t)}`}
          note={noteOf(figure, minimumN, t)}
        >
          <ShareBars
            bars={figure.options.map((option, place) => ({ ...option, tone: toneOf(figure, place) }))}
            t={t}
          />
        </ChartTools>
      ) : null}
      {'mean' in figure && figure.mean ? (
        <p className="tabular mt-2 text-xs text-soft">
          {t('Mean {mean} (95 % interval {low} … {high}), from −2 much worse to 2 much better', {
            mean: formatEmotion(figure.mean.value, t.tongue),
            low: formatEmotion(figure.mean.low, t.tongue),
            high: formatEmotion(figure.mean.high, t.tongue),
          })}
        </p>
      ) : null}
    </section>
  ));
}

function titleOf({ kind }: FollowUpFigure, t: Translate): string {
  switch (kind) {
    case 'frictions':
      return t('What hindered them');
    case 'strengths':
      return t('What helped them');
    case 'expectation':
      return t('Compared with what they expected');
    case 'information':
      return t('Whether they had the information they needed');
    case 'handoff':
      return t('Whether they had to say things again');
  }
}

function noteOf({ kind, n, shown }: FollowUpFigure, minimumN: number, t: Translate): string {
  if (!shown)
    return t('Too few to show ({n} of {minimum})', { n: formatCount(n, t.tongue), minimum: minimumN });
  if (kind === 'frictions')
    return t('Share of {n} who chose a reason after a low or middle score; several each', {
      n: formatCount(n, t.tongue),
    });
  if (kind === 'strengths')
    return t('Share of {n} who chose a reason after a high score; several each', {
      n: formatCount(n, t.tongue),
    });
  return t('Share of {n} who answered this question', { n: formatCount(n, t.tongue) });
}

/** Options stand from the worst to the best, but a handoff’s from the best to the worst. */
function toneOf({ kind, options }: FollowUpFigure, place: number): -1 | 0 | 1 {
  if (kind === 'frictions') return -1;
  if (kind === 'strengths') return 1;
  const side = Math.sign(place - (options.length - 1) / 2) as -1 | 0 | 1;
  return kind === 'handoff' ? ((0 - side) as -1 | 0 | 1) : side;
}
