import { findTouchpoint } from '@/db/queries/touchpoints';
import type { TxScope } from '@/db/scope';
import { notFound } from '../../errors';

/** Refuses a touchpoint that is not this journey's; null means the journey itself. @throws AppError `not_found` */
export async function requireTouchpoint(tx: TxScope, journeyId: string, id: string | null): Promise<void> {
  if (id !== null && (await findTouchpoint(tx, id))?.journeyId !== journeyId) throw notFound();
}
