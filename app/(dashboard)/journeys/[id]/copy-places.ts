'use server';

import { listStagePlaces } from '@/db/queries/stages';
import { memberAction } from '@/lib/gates/member';

/** The stages of all journeys, as the places that a touchpoint can be copied to. */
export const copyPlaces = memberAction(({ scope }) => listStagePlaces(scope));
