import { cohenKappa } from '../../statistics/kappa';
import { wilson } from '../../statistics/wilson';
import { msg } from '../../translate';
import type { AgreementView, Judged, Judgement } from '../model/agreement';

/**
 * How far the machine and a member agree on the comments that were judged. Precision and recall are told only of
 * `minimumN` comments or more; the theme's “no” is left out, because its mirror image says the same.
 */
export function agreementOf(
  judged: readonly Judged[],
  answers: readonly Judgement[],
  minimumN: number,
): AgreementView {
  const both = judged.flatMap(({ machine, member }) => (member === null ? [] : [{ machine, member }]));
  const n = both.length;
  const agree = both.filter(({ machine, member }) => machine === member).length;
  const counts = answers.map((first) =>
    answers.map((second) => both.filter((one) => one.machine === first && one.member === second).length),
  );
  return {
    ...{ n, agree },
    agreement: shareOf(agree, n, 1),
    kappa: cohenKappa(counts),
    rightness: answers
      .filter((answer) => answer !== 'no')
      .map((answer) => {
        const given = both.filter(({ machine }) => machine === answer);
        const meant = both.filter(({ member }) => member === answer);
        const right = given.filter(({ member }) => member === answer).length;
        return {
          ...{ answer, given: given.length, meant: meant.length },
          precision: shareOf(right, given.length, minimumN),
          recall: shareOf(right, meant.length, minimumN),
        };
      }),
  };
}

/** Bounds of κ by Landis and Koch, Biometrics 33 (1977) 165, in plain words. */
const WORDS: readonly { from: number; text: string }[] = [
  { from: 0.81, text: msg('almost always the same, far beyond chance') },
  { from: 0.61, text: msg('mostly the same, well beyond chance') },
  { from: 0.41, text: msg('often the same, clearly beyond chance') },
  { from: 0.21, text: msg('a little more often the same than by chance') },
];

/** What a κ means, in words to be translated. */
export const kappaWords = (kappa: number): string =>
  WORDS.find(({ from }) => kappa >= from)?.text ??
  msg('hardly more often the same than by chance, if at all');

function shareOf(count: number, n: number, minimumN: number) {
  const interval = n < minimumN ? null : wilson(count, n);
  return interval === null ? null : { share: count / n, ...interval };
}
