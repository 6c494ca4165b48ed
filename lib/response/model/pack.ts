import { z } from 'zod';

/** Packs the days that are over; one round per workspace. */
export const PACK_DAYS = 'packDays';
export const packDaysSchema = z.strictObject({});

/** The one round of a workspace; to enqueue it again is harmless. */
export const PACK_ROUND = { kind: PACK_DAYS, dedupeKey: 'round', payload: {} };
