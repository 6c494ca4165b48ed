import type { Translate } from '../../translate';
import type { Ranked } from './ranking';

/** Where something stands among all that was asked the same: 'rank 3–9 of 40'. */
export const rankText = (rank: NonNullable<Ranked['rank']>, t: Translate): string =>
  rank.best === rank.worst ? t('rank {best} of {of}', rank) : t('rank {best}–{worst} of {of}', rank);
