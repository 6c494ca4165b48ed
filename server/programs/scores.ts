import { keyRoute } from '../../lib/gates/key';
import { json } from '../../lib/gates/reply';
import { loadScores } from '../../lib/insights/views';

/** The scores of a journey, as its map shows them. */
export const scores = keyRoute<{ id: string }>(async (scope, request, { id }) =>
  json(await loadScores(scope, id, new URL(request.url).searchParams, new Date())),
);
