import {
  searchComments,
  searchJourneys,
  searchPersonas,
  searchStages,
  searchStatements,
  searchTouchpoints,
} from '@/db/queries/search';
import type { Scope } from '@/db/scope';
import type { Translate } from '../../translate';
import type { SearchView } from '../model/search';
import { searchView, settleQuestion, wordsOf } from '../rules/search';

/**
 * What the workspace's maps, personas and customers' comments say about something: every word has to stand in the same
 * text. What is retired is left out. Fewer than two characters find nothing.
 */
export async function loadSearch(scope: Scope, typed: string, t: Translate): Promise<SearchView> {
  const asked = settleQuestion(typed);
  const words = wordsOf(asked);
  if (words.length === 0) return searchView(asked, words, null, t);
  const [journey, stage, touchpoint, statement, persona, comment] = await Promise.all([
    searchJourneys(scope, words),
    searchStages(scope, words),
    searchTouchpoints(scope, words),
    searchStatements(scope, words),
    searchPersonas(scope, words),
    searchComments(scope, words),
  ]);
  return searchView(asked, words, { journey, stage, touchpoint, statement, persona, comment }, t);
}
