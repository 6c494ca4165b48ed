import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Scope } from '@/db/scope';
import { createJourney } from '@/lib/journey/commands/journey';
import { addStage } from '@/lib/journey/commands/stage';
import { addTouchpoint } from '@/lib/journey/commands/touchpoint';
import { type ImportResult, importSurvey } from '@/lib/response/commands/import-survey';
import type { ImportItem } from '@/lib/response/model/import-plan';
import { AIRPORT, AIRPORT_READING } from './airport';

/** How many non-empty answers the file holds. */
export const AIRPORT_ANSWERS = 53_126;

/** Draws the airport's journey and brings its survey in, through the product's own import. */
export async function seedAirport(
  scope: Scope,
  progress: (done: number) => void = () => {},
): Promise<ImportResult & { journeyId: string }> {
  const { title, objective, startTrigger, endOutcome } = AIRPORT;
  const journey = await createJourney(scope, { title, objective, startTrigger, endOutcome });
  const items: ImportItem[] = [];
  for (const stage of AIRPORT.stages) {
    const { id: stageId } = await addStage(scope, {
      journeyId: journey.id,
      title: stage.title,
      goal: stage.goal,
    });
    for (const { column, metric, title: question, channel } of stage.touchpoints) {
      const { lineageId } = await addTouchpoint(scope, { stageId, title: question, channels: [channel] });
      items.push({ column, metric, title: question, lineageId });
    }
  }
  for (const measure of AIRPORT.measures) items.push({ ...measure, lineageId: journey.lineageId });
  const csv = readFileSync(resolve(process.cwd(), 'fixtures/airport-2017.csv'), 'utf8');
  const result = await importSurvey(scope, { csv, plan: { ...AIRPORT_READING, items } }, progress);
  return { ...result, journeyId: journey.id };
}
