import { announceAnswers, recordGroup } from '@/db/queries/record';
import type { Scope } from '@/db/scope';
import { AppError } from '../../errors';
import { may } from '../../identity/rules';
import type { Recording } from '../model';
import { SCALE_STARTS } from '../rules';

const PER_COMMIT = 400;

/**
 * Records many complete answers that are already there: an import or the demo story. The same statement as one answer,
 * hundreds a commit; a repetition writes nothing, so that an interrupted import may start over.
 *
 * Returns how many were new. @throws AppError `forbidden`
 */
export async function recordAnswers(
  scope: Scope,
  recordings: readonly Recording[],
  progress: (done: number) => void = () => {},
): Promise<{ added: number }> {
  if (!may(scope.actor, 'response.import')) {
    throw new AppError('forbidden', 'Your role does not permit this. Ask an owner of the workspace.');
  }
  let added = 0;
  for (let start = 0; start < recordings.length; start += PER_COMMIT) {
    const part = recordings.slice(start, start + PER_COMMIT);
    const written = await recordGroup(
      part.map((recording) => ({ scope, recording })),
      SCALE_STARTS,
    );
    added += written.filter((one) => one.wrote === 'inserted').length;
    const lineages = new Set(written.flatMap((one) => (one.wrote ? [one.lineageId] : [])));
    if (lineages.size > 0) await announceAnswers(scope.workspaceId, [...lineages]);
    progress(start + part.length);
  }
  return { added };
}
