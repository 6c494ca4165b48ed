import { z } from 'zod';
import {
  deleteLink,
  findLink,
  insertLink,
  type LinkRow,
  listLinks,
  listMapOrder,
  updateLink,
} from '@/db/queries/links';
import { findTouchpoint } from '@/db/queries/touchpoints';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { ENGLISH } from '../../translate';
import { LINK_KIND_LABELS, LINK_KINDS, linkLabelSchema, shareRatioSchema } from '../model/path';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { faultBesides, faultOfEnds, faultOfWay } from '../rules/path';
import { beginEdit } from './begin-edit';

const fields = {
  kind: z.enum(LINK_KINDS),
  fromId: z.uuid().nullable(),
  toId: z.uuid().nullable(),
  label: linkLabelSchema,
  shareRatio: shareRatioSchema.nullable(),
};

/**
 * Draws a way that customers take besides the plain order.
 *
 * @throws AppError `not_found`; `conflict` where it does not fit its kind, or too many would leave one touchpoint
 */
export const addLink = command(
  'link.add',
  z.strictObject(fields).partial().extend({ journeyId: z.uuid(), kind: fields.kind }),
  async (tx, { journeyId, kind, fromId = null, toId = null, label = '', shareRatio = null }) => {
    await beginEdit(tx, journeyId);
    const link: LinkRow = { id: newId(), journeyId, kind, fromId, toId, label, shareRatio };
    await requireEnds(tx, link);
    const others = await listLinks(tx, journeyId);
    const order = await listMapOrder(tx, journeyId);
    refuse(faultOfWay(link, idsOf(order)));
    refuse(faultBesides(link, shownOf(others, order), ENGLISH));
    await insertLink(tx, link);
    return { id: link.id, journeyId, told: toldOf(link, order) };
  },
);

/**
 * Changes a link; `previous` undoes it. A link that no longer fits its kind may keep it.
 *
 * @throws AppError `not_found`; `conflict` as for a new one, or where a field is no longer as `seen`
 */
export const editLink = command(
  'link.edit',
  z
    .strictObject(fields)
    .partial()
    .extend({ id: z.uuid(), seen: z.record(z.string(), z.unknown()).optional() }),
  async (tx, { id, seen, ...wanted }) => {
    const before = await getLocked(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, before, seen);
    const link: LinkRow = { ...before, ...change };
    await requireEnds(tx, link);
    const order = await listMapOrder(tx, link.journeyId);
    const others = (await listLinks(tx, link.journeyId)).filter((other) => other.id !== id);
    const moved = (['kind', 'fromId', 'toId'] as const).some((field) => link[field] !== before[field]);
    if (moved) refuse(faultOfWay(link, idsOf(order)));
    if (moved || (link.shareRatio ?? 0) > (before.shareRatio ?? 0)) {
      refuse(faultBesides(link, shownOf(others, order), ENGLISH));
    }
    if (Object.keys(change).length > 0) await updateLink(tx, id, change);
    return {
      id,
      journeyId: link.journeyId,
      told: { ...toldOf(link, order, before), change },
      previous: previousOf(change, before),
    };
  },
);

/** Takes a link off the map; `restoreLink` with `previous` puts the same one back. @throws AppError `not_found` */
export const removeLink = command('link.remove', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const link = await getLocked(tx, id);
  await deleteLink(tx, id);
  const order = await listMapOrder(tx, link.journeyId);
  return { id, journeyId: link.journeyId, told: toldOf(link, order), previous: link };
});

/**
 * Puts a removed link back as it was, with its id.
 *
 * @throws AppError `not_found`; `conflict` where it is there, or what was drawn since leaves no room for it
 */
export const restoreLink = command(
  'link.add',
  z.strictObject({ id: z.uuid(), journeyId: z.uuid(), ...fields }),
  async (tx, link) => {
    await beginEdit(tx, link.journeyId);
    await requireEnds(tx, link);
    if (await findLink(tx, link.id)) throw new AppError('conflict', 'This path is on the map already.');
    refuse(faultOfEnds(link));
    const order = await listMapOrder(tx, link.journeyId);
    refuse(faultBesides(link, shownOf(await listLinks(tx, link.journeyId), order), ENGLISH));
    await insertLink(tx, link);
    return { id: link.id, journeyId: link.journeyId, told: toldOf(link, order) };
  },
);

/** The link as it is once nobody else changes its journey. */
async function getLocked(tx: TxScope, id: string): Promise<LinkRow> {
  const before = await findLink(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const link = await findLink(tx, id);
  if (!link) throw notFound();
  return link;
}

/** Refuses ends that are not touchpoints of the link's own journey. */
async function requireEnds(tx: TxScope, link: Pick<LinkRow, 'journeyId' | 'fromId' | 'toId'>): Promise<void> {
  for (const id of [link.fromId, link.toId]) {
    if (id === null) continue;
    const end = await findTouchpoint(tx, id);
    if (end?.journeyId !== link.journeyId) throw notFound();
  }
}

/** Links that the map shows: what hangs on a retired touchpoint takes nothing from the others. */
function shownOf(links: readonly LinkRow[], order: readonly { id: string }[]): LinkRow[] {
  const ids = new Set(idsOf(order));
  return links.filter(
    ({ fromId, toId }) => (fromId === null || ids.has(fromId)) && (toId === null || ids.has(toId)),
  );
}

function refuse(fault: string | null): void {
  if (fault) throw new AppError('conflict', fault);
}

/** What the log of the map says of a link: its kind, the names of its ends, and the touchpoints that list it. */
function toldOf(
  link: Pick<LinkRow, 'kind' | 'fromId' | 'toId'>,
  order: readonly { id: string; title: string }[],
  before = link,
) {
  const ends = [link.fromId, link.toId].flatMap((id) => order.find((one) => one.id === id)?.title ?? []);
  const touchpointIds = [link.fromId, link.toId, before.fromId, before.toId].filter((id) => id !== null);
  return {
    title: `${LINK_KIND_LABELS[link.kind]}: ${ends.join(' → ')}`,
    touchpointIds: [...new Set(touchpointIds)],
  };
}

const idsOf = (order: readonly { id: string }[]) => order.map(({ id }) => id);
