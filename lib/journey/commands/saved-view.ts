import { z } from 'zod';
import { findJourney } from '@/db/queries/journeys';
import { deleteSavedView, findSavedView, listSavedViews, putSavedView } from '@/db/queries/saved-views';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { viewQuery } from '../../insights/rules/view-query';
import { titleSchema } from '../model';

const MOST_VIEWS = 100;

/**
 * Keeps a way to look at a map under a name that everybody sees; a view of that name is replaced. `query` is the search
 * part of an address, without '?'; what is neither filter nor look is left out.
 *
 * @throws AppError `not_found`; `bad_request` for a bad filter; `conflict` where there are too many views
 */
export const saveView = command(
  'view.save',
  z.strictObject({ journeyId: z.uuid(), name: titleSchema, query: z.string().max(4_000) }),
  async (tx, { journeyId, name, query }) => {
    if (!(await findJourney(tx, journeyId))) throw notFound();
    const views = await listSavedViews(tx, journeyId);
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) {
      throw new AppError('conflict', `A map keeps at most ${MOST_VIEWS} views. Drop one that nobody needs.`);
    }
    const createdBy = tx.actor.kind === 'member' ? tx.actor.userId : null;
    const kept = viewQuery(new URLSearchParams(query));
    const id = await putSavedView(tx, { id: newId(), journeyId, name, query: kept, createdBy });
    return { id, journeyId, told: { name } };
  },
);

/** Drops a view that was kept. @throws AppError `not_found` */
export const removeView = command('view.remove', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const view = await findSavedView(tx, id);
  if (!view) throw notFound();
  await deleteSavedView(tx, id);
  const { journeyId, name, query } = view;
  return { id, journeyId, told: { name }, previous: { name, query } };
});
