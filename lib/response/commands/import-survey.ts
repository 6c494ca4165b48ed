import { z } from 'zod';
import { listRuledPersonas } from '@/db/queries/personas';
import { insertPlacement, listPlacements, updateClosedAt } from '@/db/queries/placements';
import { hasLineage, insertSurvey, insertVersion, listSurveysOfLineage } from '@/db/queries/surveys';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope, TxScope } from '@/db/scope';
import { dayOf } from '../../clock';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { hashOf, newId, newKey } from '../../id';
import { may } from '../../identity/rules';
import { parseInput } from '../../input';
import { personaOf, segmentOf } from '../../journey/rules/segment';
import { metricOf } from '../../scoring/metrics';
import { newContent } from '../../survey/model/content';
import type { Recording } from '../model';
import {
  type AnswerFile,
  type ImportItem,
  type ImportPlan,
  importPlanSchema,
  MOST_IMPORT_CHARACTERS,
  type RefusedCell,
} from '../model/import-plan';
import { readTable } from '../rules/answer-table';
import { importedId, importWording, readAnswers } from '../rules/read-answers';
import { recordAnswers } from './record-answers';

const inputSchema = z.strictObject({
  csv: z
    .string()
    .min(1, 'Give the text of the file.')
    .max(MOST_IMPORT_CHARACTERS, 'The file is too large: split it.'),
  plan: importPlanSchema,
});

/** What an import did. `repeated` answers were there before; `refused` cells were not taken. */
export type ImportResult = { added: number; repeated: number; refused: RefusedCell[] };

/**
 * Brings in the answers of a survey that somebody else made. Each question becomes a closed survey of its own about its
 * touchpoint or journey; the wording `import:COLUMN` keeps it from being pooled with ours. Ids follow from workspace,
 * column and respondent, so a repeated or interrupted import may start over and adds only what is missing.
 *
 * @throws AppError `forbidden`; `invalid` where the file or the plan cannot be read; `not_found` for an absent subject
 */
export async function importSurvey(
  scope: Scope,
  input: z.input<typeof inputSchema>,
  progress: (done: number) => void = () => {},
): Promise<ImportResult> {
  if (!may(scope.actor, 'response.import')) {
    throw new AppError('forbidden', 'Your role does not permit this. Ask an owner of the workspace.');
  }
  const { csv, plan } = parseInput(inputSchema, input);
  const file = readFile(csv, plan);
  const { items, zone } = await openImport(scope, { items: plan.items });
  const personas = await listRuledPersonas(scope);
  const { segmentAttribute } = await getWorkspace(scope);
  try {
    const days = new Map<number, string>();
    const day = (at: Date) => {
      const known = days.get(at.getTime()) ?? dayOf(at, zone);
      days.set(at.getTime(), known);
      return known;
    };
    // By question and day: a commit then touches few rollup rows.
    const answers = [...file.answers].sort(
      (a, b) => a.item - b.item || a.receivedAt.getTime() - b.receivedAt.getTime(),
    );
    const recordings = answers.map((answer): Recording => {
      const { column, placementId } = items[answer.item] as OpenItem;
      const attributes = Object.keys(answer.attributes).length > 0 ? answer.attributes : null;
      return {
        placementId,
        responseId: importedId(scope.workspaceId, column, answer.respondentKey),
        seq: 1,
        state: 'complete',
        score: answer.score,
        words: null,
        comment: null,
        keyHash: null,
        invitationId: null,
        contactId: null,
        persona: attributes === null ? '' : personaOf({ personaId: null, attributes }, personas),
        segment: attributes === null ? '' : segmentOf(attributes, segmentAttribute),
        respondentKey: answer.respondentKey,
        attributes,
        source: 'import',
        receivedAt: answer.receivedAt,
        day: day(answer.receivedAt),
      };
    });
    const { added } = await recordAnswers(scope, recordings, progress);
    return { added, repeated: recordings.length - added, refused: file.refused };
  } finally {
    await closeImport(scope, { placementIds: items.map((item) => item.placementId) });
  }
}

type OpenItem = { column: string; placementId: string };

function readFile(csv: string, plan: ImportPlan): AnswerFile {
  const table = readTable(csv);
  const file = 'fault' in table ? table : readAnswers(table, plan, new Date());
  if (!('fault' in file)) return file;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: [{ path: 'csv', message: file.fault }],
  });
}

/** Opens, for as long as the import takes, the placement of each question. */
const openImport = command(
  'response.import',
  importPlanSchema.pick({ items: true }),
  async (tx, { items: wanted }) => {
    const { timeZone: zone } = await getWorkspace(tx);
    const items: OpenItem[] = [];
    for (const item of wanted) {
      items.push({ column: item.column, placementId: await placementOf(tx, item) });
    }
    return { items, zone };
  },
);

const closeImport = command(
  'response.import',
  z.strictObject({ placementIds: z.array(z.uuid()) }),
  async (tx, { placementIds }) => {
    for (const id of placementIds) await updateClosedAt(tx, id, new Date());
    return {};
  },
);

/** The question's placement, open: the one of an earlier import of the same column, else a new one. */
async function placementOf(tx: TxScope, item: ImportItem): Promise<string> {
  if (!(await hasLineage(tx, item.lineageId))) throw notFound();
  const metric = metricOf(item.metric);
  const wording = importWording(item.column);
  const known = (await listSurveysOfLineage(tx, item.lineageId)).find(
    (survey) => survey.metric === metric.id && survey.wording === wording,
  );
  if (known) {
    const placement = (await listPlacements(tx, [known.id])).find(({ kind }) => kind === 'import');
    if (!placement) throw new Error('An imported survey has lost its placement.');
    await updateClosedAt(tx, placement.id, null);
    return placement.id;
  }
  const surveyId = newId();
  const content = newContent('en', { topic: item.title });
  await insertSurvey(tx, {
    id: surveyId,
    lineageId: item.lineageId,
    metric: metric.id,
    wording,
    title: item.title,
    draft: content,
  });
  const surveyVersion = await insertVersion(tx, surveyId, { content, formula: metric.formula, wording });
  if (surveyVersion === null) throw new Error('A survey vanished in its own transaction.');
  const id = newId();
  await insertPlacement(tx, {
    id,
    surveyId,
    surveyVersion,
    lineageId: item.lineageId,
    metric: metric.id,
    wording,
    kind: 'import',
    // Nobody is asked here: the key is empty, and what its hash was made of is thrown away.
    key: '',
    keyHash: hashOf(newKey(40)),
    rules: null,
  });
  return id;
}
