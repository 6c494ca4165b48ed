import { METRICS } from '../../scoring/metrics';
import { addTallies, emptyTally, type Tally } from '../../scoring/tally';
import type { ChannelScoresView } from '../model';
import { type Counted, measureView } from './counted';

/**
 * What was answered at a touchpoint in each of its channels, in their order, and last, with no channel, what was answered
 * in none of them; left out where that is nothing. Together they are all answers, each counted once. Without channels, or
 * without anything counted, there is nothing to tell apart.
 *
 * @param all what was counted at the touchpoint, whatever the channel
 * @param byChannel the same of one channel each
 */
export function channelScores(
  all: readonly Counted[],
  byChannel: readonly { channel: string; counted: readonly Counted[] }[],
  minimumN: number,
): ChannelScoresView[] {
  if (byChannel.length === 0 || all.length === 0) return [];
  const keyOf = ({ metric, wording }: Counted) => `${metric} ${wording}`;
  const tallyIn = (counted: readonly Counted[], one: Counted): Tally =>
    tallyOf(counted.find((other) => keyOf(other) === keyOf(one)) ?? { ...one, slices: [] });
  const viewed = (tallies: (one: Counted) => Tally) =>
    all.map((one) => {
      const tally = tallies(one);
      return measureView(
        { ...one, slices: [tally], previous: emptyTally(METRICS[one.metric].scale) },
        minimumN,
      );
    });
  const rest = viewed((one) => {
    const inChannels = byChannel.map(({ counted }) => tallyIn(counted, one));
    // Each was counted at its own moment: an answer that came between stands in its channel only.
    return tallyOf(one).map((count, point) =>
      Math.max(0, count - inChannels.reduce((sum, tally) => sum + (tally[point] ?? 0), 0)),
    );
  });
  return [
    ...byChannel.map(({ channel, counted }) => ({
      channel,
      measures: viewed((one) => tallyIn(counted, one)),
    })),
    ...(rest.some(({ score }) => score.n > 0) ? [{ channel: null, measures: rest }] : []),
  ];
}

const tallyOf = ({ metric, slices }: Counted): Tally =>
  addTallies(emptyTally(METRICS[metric].scale), ...slices);
