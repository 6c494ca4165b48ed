import { formatCount, formatInterval, formatScore } from '../../format';
import type { CanvasScore } from '../../journey/rules/exchange/canvas';
import { METRICS } from '../../scoring/metrics';
import { stepOf } from '../../scoring/tone';
import type { JourneyMapView } from '../model';
import { measuredEmotion } from './emotion';
import { leadMeasure } from './layers';

/** Per touchpoint the measured mean emotion, −2…2, where enough answered for it to be shown. */
export function measuredEmotions(map: Pick<JourneyMapView, 'stages'>): Map<string, number> {
  const measured = new Map<string, number>();
  for (const touchpoint of map.stages.flatMap(({ touchpoints }) => touchpoints)) {
    const felt = measuredEmotion(touchpoint);
    if (felt) measured.set(touchpoint.id, felt.value);
  }
  return measured;
}

/** Per touchpoint the score that it is judged by, with its interval and n. */
export function canvasScores(map: Pick<JourneyMapView, 'stages'>): Map<string, CanvasScore> {
  const scores = new Map<string, CanvasScore>();
  for (const touchpoint of map.stages.flatMap(({ touchpoints }) => touchpoints)) {
    const lead = leadMeasure(touchpoint);
    if (!lead || lead.score.value === null) continue;
    const { metric, score } = lead;
    const value = formatScore(metric, score.value);
    const interval = formatInterval(metric, score.low, score.high);
    scores.set(touchpoint.id, {
      text: `${METRICS[metric].label} ${value} (${interval}, n ${formatCount(score.n)})`,
      step: stepOf(METRICS[metric].tone(lead.score.value)),
    });
  }
  return scores;
}
