'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { listChannels } from '@/db/queries/channels';
import { findDocument } from '@/db/queries/documents';
import { findTree } from '@/db/queries/journeys';
import { listAllPersonas } from '@/db/queries/personas';
import { listTeams } from '@/db/queries/teams';
import { AppError, notFound } from '@/lib/errors';
import { readText } from '@/lib/gates/language';
import { memberAction } from '@/lib/gates/member';
import { newId } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import { parseInput } from '@/lib/input';
import { importIntoJourney, importJourney } from '@/lib/journey/commands/import-journey';
import { compareDocuments, type Difference } from '@/lib/journey/rules/compare';
import { fitted } from '@/lib/journey/rules/exchange/fitted';
import { withKnownNames } from '@/lib/journey/rules/exchange/parts';
import type { Fault } from '@/lib/journey/rules/exchange/read';
import {
  formatOf,
  MAP_FORMATS,
  type MapFormat,
  mapTextSchema,
  readMap,
} from '@/lib/journey/rules/exchange/read-map';
import type { Names } from '@/lib/journey/rules/field-words';

/** What an import would make: nothing is written yet. */
export type ImportPreview =
  | { faults: Fault[] }
  | {
      faults: null;
      format: MapFormat;
      title: string;
      stages: { title: string; touchpoints: string[] }[];
      counts: { touchpoints: number; statements: number; paths: number; personas: number };
      newTeams: string[];
      notes: string[];
      /** Into a journey that is there: what changes on it. */
      changes: { differences: Difference[]; names: Names } | null;
    };

const asked = z.strictObject({
  text: mapTextSchema,
  format: z.enum(MAP_FORMATS).nullable(),
  title: z.string().trim().max(80, 'Use at most 80 characters.'),
  journeyId: z.uuid().nullable(),
});

/** Reads a text and says what it would make of it. */
export const previewImport = memberAction(
  async ({ scope }, input: z.input<typeof asked>): Promise<ImportPreview> => {
    if (!may(scope.actor, 'journey.import')) throw new AppError('forbidden', 'Ask an editor to import it.');
    const { text, title, journeyId, ...given } = parseInput(asked, input);
    const format = given.format ?? formatOf(text);
    const [channels, teams, personas] = await Promise.all([
      listChannels(scope),
      listTeams(scope),
      listAllPersonas(scope),
    ]);
    const read = readMap(text, format, title || 'Imported journey', channels, newId);
    if (!read.ok) return { faults: read.faults };
    const { document } = read;
    const known = new Set(teams.map(({ name }) => name));
    return {
      faults: null,
      format,
      title: title || document.journey.title,
      stages: document.stages.map((stage) => ({
        title: stage.title,
        touchpoints: document.touchpoints
          .filter(({ stageId }) => stageId === stage.id)
          .map((touchpoint) => touchpoint.title),
      })),
      counts: {
        touchpoints: document.touchpoints.length,
        statements: document.statements.length,
        paths: document.links.length,
        personas: document.personas.length,
      },
      newTeams: document.teams.map(({ name }) => name).filter((name) => !known.has(name)),
      // Into a map that is there, the changes below say all of this, and say it of this very map.
      notes:
        journeyId === null ? read.notes : read.notes.filter((note) => !note.startsWith('Not taken over')),
      changes: journeyId === null ? null : await changesOf(journeyId),
    };

    async function changesOf(id: string) {
      const [current, tree] = await Promise.all([findDocument(scope, id), findTree(scope, id)]);
      if (!current || !tree || !read.ok) throw notFound();
      const wanted = withKnownNames(document, { teams, personas, channels });
      const after = fitted(current, wanted, read.speaks, newId);
      const named = (...lists: (readonly { id: string; name: string }[])[]) =>
        new Map(lists.flat().map((one) => [one.id, one.name]));
      const names: Names = {
        teams: named(document.teams, teams),
        people: named(tree.members),
        personas: named(wanted.personas, personas),
        journeys: new Map(tree.subJourneys.map((one) => [one.id, one.title])),
        channels: new Map([...document.channels, ...channels].map(({ key, label }) => [key, label])),
      };
      return { differences: compareDocuments(current, after, await readText()), names };
    }
  },
);

const apply = memberAction(async ({ scope }, input: z.input<typeof asked>) => {
  const { text, title, journeyId, ...given } = parseInput(asked, input);
  const format = given.format ?? formatOf(text);
  const { id } = journeyId
    ? await importIntoJourney(scope, { id: journeyId, text, format })
    : await importJourney(scope, { text, format, ...(title ? { title } : {}) });
  revalidatePath('/journeys');
  return id;
});

/** Makes the journey, or changes the one that is there, and opens its map; the sentence that says why not, if it may not. */
export async function applyImport(input: z.input<typeof asked>): Promise<string> {
  const result = await apply(input);
  if (!result.ok) return [result.problem.title, result.problem.errors?.[0]?.message ?? ''].join(' ').trim();
  redirect(`/journeys/${result.value}`);
}
