import {
  type AnswersAsked,
  findAnswer,
  findImprovement,
  type LinkedAnswer,
  listImprovements,
  listLinkedAnswers,
  listMoves,
  searchAnswers,
} from '@/db/queries/improvements';
import { findTree, type JourneyTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { addDays, dayOf, daysBetween } from '../clock';
import { notFound } from '../errors';
import { isUuid } from '../id';
import { lineagesOf, shownOf } from '../insights/rules/build-map';
import { stateOn } from '../journey/rules/statement';
import type { Economics } from '../outcomes/model';
import { METRICS } from '../scoring/metrics';
import { emptyTally, type Tally } from '../scoring/tally';
import {
  BASELINE_DAYS,
  EMPTY_IMPROVEMENT,
  type Improvement,
  type ImprovementFields,
  type ImprovementMove,
  type ImprovementView,
  type MeasuredImportance,
  type Verdict,
} from './model';
import type { Trial, TrialView } from './model/trial';
import { improvementView, pooledDays } from './rules/assemble';
import { countedTogether } from './rules/counted';
import type { Backing } from './rules/priority';
import { subjectsIn } from './rules/subjects';
import { judgedDays, verdictOf } from './rules/verdict';
import { readDays } from './views/read-days';
import { loadGroups, loadTrial, type TrialGroups } from './views/trial';

/** Answers that are shown at once to choose from. */
const ANSWERS_SHOWN = 30;

/** Importances of touchpoints by their lineage, as answers tell them. */
export type MeasuredImportances = ReadonlyMap<string, MeasuredImportance>;

/** A statement that an improvement answers, as its map says it today. */
export type LinkedStatement = {
  id: string;
  kind: JourneyTree['statements'][number]['kind'];
  text: string;
  state: string;
  touchpointId: string | null;
  evidence: number;
  people: number;
};

/** One improvement opened. */
export type ImprovementDetail = {
  improvement: ImprovementView;
  moves: ImprovementMove[];
  statements: LinkedStatement[];
  answers: LinkedAnswer[];
  /** What else can be linked: statements of its touchpoints and the journey, and touchpoints of the map. */
  linkable: { statements: LinkedStatement[]; touchpoints: { lineageId: string; title: string }[] };
  /** Changes marked on the map, which a start may take as its own. */
  markers: { id: string; text: string; changedOn: string }[];
  members: { id: string; name: string }[];
  outcomes: string[];
  /** What the groups of a trial may be. */
  groups: TrialGroups;
  /** Comparisons of two groups, the newest first, and what each has shown; null: it has not begun. */
  trials: { trial: Trial; shown: TrialView | null }[];
  today: string;
  minimumN: number;
};

/**
 * The register: every improvement of the workspace, of a journey, or at these lineages, the newest first.
 *
 * @param economics null: no value is told
 * @param measured importances of touchpoints as answers tell them, by lineage; nothing where that is not known
 */
export async function loadImprovements(
  scope: Scope,
  only: { journeyId?: string; lineageIds?: readonly string[] },
  economics: Economics | null,
  now: Date,
  measured: MeasuredImportances = new Map(),
): Promise<ImprovementView[]> {
  const found = await listImprovements(scope, only);
  const journeyIds = [...new Set(found.map(({ journeyId }) => journeyId))];
  const trees = await Promise.all(journeyIds.map((id) => findTree(scope, id)));
  const views = await Promise.all(
    trees.flatMap((tree) =>
      tree === null || tree.retired
        ? []
        : [
            loadOf(
              scope,
              tree,
              found.filter(({ journeyId }) => journeyId === tree.id),
              economics,
              now,
              measured,
            ),
          ],
    ),
  );
  const byId = new Map(views.flat().map((one) => [one.id, one]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** One improvement with its history and everything that may be linked to it. @throws AppError `not_found` */
export async function loadImprovement(
  scope: Scope,
  id: string,
  economics: Economics | null,
  now: Date,
  measured: MeasuredImportances = new Map(),
): Promise<ImprovementDetail> {
  const found = isUuid(id) ? await findImprovement(scope, id) : null;
  const tree = found && (await findTree(scope, found.journeyId));
  if (!found || !tree) throw notFound();
  const today = dayOf(now, tree.timeZone);
  const { touchpointIds, lineageIds } = subjectsIn(tree, found.lineageIds);
  const [[improvement], moves, answers, groups] = await Promise.all([
    loadOf(scope, tree, [found], economics, now, measured),
    listMoves(scope, id),
    listLinkedAnswers(scope, id),
    loadGroups(scope, lineageIds, tree.channels),
  ]);
  if (!improvement) throw notFound();
  const statements = linkedStatements(tree, today);
  const near = ({ touchpointId }: { touchpointId: string | null }) =>
    touchpointId === null || touchpointIds.includes(touchpointId);
  return {
    improvement,
    moves,
    answers,
    statements: statements.filter((one) => found.statementIds.includes(one.id)),
    linkable: {
      statements: statements.filter((one) => near(one) && !found.statementIds.includes(one.id)),
      touchpoints: shownOf(tree).touchpoints.map(({ lineageId, title }) => ({ lineageId, title })),
    },
    markers: tree.markers.filter(near).map(({ id, text, changedOn }) => ({ id, text, changedOn })),
    members: tree.members,
    outcomes: tree.outcomes.map(({ name }) => name),
    groups,
    trials: await Promise.all(
      found.trials.map(async (trial) => ({
        trial,
        shown: await loadTrial(scope, trial, lineageIds, today, tree.minimumN),
      })),
    ),
    ...{ today, minimumN: tree.minimumN },
  };
}

/** Answers to choose from as evidence, and whether there are more of them. */
export type AnswerChoices = { answers: (LinkedAnswer & { linked: boolean })[]; more: boolean };

/**
 * The newest answers at the places of an improvement, of the whole journey where it has none. Without words in `q` and
 * without a theme, all that were written.
 *
 * @throws AppError `not_found`
 */
export async function loadAnswerChoices(
  scope: Scope,
  id: string,
  asked: AnswersAsked,
): Promise<AnswerChoices> {
  const found = isUuid(id) ? await findImprovement(scope, id) : null;
  const tree = found && (await findTree(scope, found.journeyId));
  if (!found || !tree) throw notFound();
  const own = subjectsIn(tree, found.lineageIds);
  const lineageIds =
    own.touchpointIds.length > 0
      ? own.lineageIds
      : [...own.lineageIds, ...shownOf(tree).touchpoints.flatMap(lineagesOf)];
  const answers = await searchAnswers(
    scope,
    id,
    [...new Set(lineageIds)],
    { ...asked, themeId: asked.themeId !== null && isUuid(asked.themeId) ? asked.themeId : null },
    ANSWERS_SHOWN + 1,
  );
  return { answers: answers.slice(0, ANSWERS_SHOWN), more: answers.length > ANSWERS_SHOWN };
}

/** What a new improvement begins with, where it is started from: a journey, a touchpoint of it, a statement. */
export type Proposal = {
  journeyId: string;
  journeyTitle: string;
  /** null: the journey as a whole. */
  touchpoint: { id: string; title: string; lineageId: string } | null;
  statement: { id: string; text: string } | null;
  /** A customer's answer that it begins from. */
  answer: LinkedAnswer | null;
  fields: ImprovementFields;
  members: { id: string; name: string }[];
  outcomes: string[];
};

/** @throws AppError `not_found` */
export async function loadProposal(
  scope: Scope,
  from: {
    journeyId: string;
    touchpointId: string | null;
    statementId: string | null;
    answer?: { placementId: string; responseId: string } | null;
  },
  userId: string,
): Promise<Proposal> {
  const tree = isUuid(from.journeyId) ? await findTree(scope, from.journeyId) : null;
  if (!tree || tree.retired) throw notFound();
  const statement = tree.statements.find(({ id }) => id === from.statementId) ?? null;
  const wanted = from.answer ?? null;
  const answer =
    wanted && isUuid(wanted.placementId) && isUuid(wanted.responseId)
      ? await findAnswer(scope, wanted)
      : null;
  const touchpointId = from.touchpointId ?? statement?.touchpointId ?? null;
  const touchpoint = shownOf(tree).touchpoints.find(({ id }) => id === touchpointId) ?? null;
  const text = statement ? (statement.words ?? statement.text) : '';
  return {
    ...{ journeyId: tree.id, journeyTitle: tree.title, members: tree.members },
    touchpoint: touchpoint && { id: touchpoint.id, title: touchpoint.title, lineageId: touchpoint.lineageId },
    statement: statement && { id: statement.id, text },
    answer,
    fields: {
      ...EMPTY_IMPROVEMENT,
      ...{ title: '', problem: text, ownerUserId: touchpoint?.ownerUserId ?? userId },
      kind: statement?.kind === 'gain' ? 'amplify' : 'fix',
      outcome: tree.outcomes[0]?.name ?? '',
    },
    outcomes: tree.outcomes.map(({ name }) => name),
  };
}

async function loadOf(
  scope: Scope,
  tree: JourneyTree,
  improvements: readonly Improvement[],
  economics: Economics | null,
  now: Date,
  measured: MeasuredImportances,
): Promise<ImprovementView[]> {
  const today = dayOf(now, tree.timeZone);
  const { minimumN } = tree;
  const places = improvements.map((one) => subjectsIn(tree, one.lineageIds).lineageIds);
  const recent = await readDays(scope, [...new Set(places.flat())], 1, {
    from: addDays(today, 1 - BASELINE_DAYS),
    to: today,
  });
  const statements = new Map(linkedStatements(tree, today).map((one) => [one.id, one]));
  const views: ImprovementView[] = [];
  for (const [at, improvement] of improvements.entries()) {
    const own = places[at] ?? [];
    const backing = improvement.statementIds.flatMap((id): Backing | Backing[] => statements.get(id) ?? []);
    const verdict = await loadVerdict(scope, tree, improvement, own, today);
    views.push(
      improvementView(improvement, tree, {
        recent: countedTogether(
          recent.filter(({ lineageId }) => own.includes(lineageId)),
          1,
        ).map(({ metric, wording, days }) => ({ metric, wording, tally: pooledDays(metric, days) })),
        ...{ backing, economics, minimumN, measured },
        verdict,
      }),
    );
  }
  return views;
}

async function loadVerdict(
  scope: Scope,
  tree: JourneyTree,
  improvement: Improvement,
  own: readonly string[],
  today: string,
): Promise<Verdict | null> {
  const { baseline, startedOn, effectiveOn } = improvement;
  const span = judgedDays(improvement, today);
  if (!baseline?.judged || startedOn === null || effectiveOn === null || span === null) return null;
  const { metric, wording } = baseline.judged;
  const touched = new Set(
    tree.markers
      .filter(({ changedOn }) => span.from <= changedOn && changedOn <= span.to)
      .map(({ touchpointId }) => touchpointId),
  );
  const asked = new Set(
    tree.surveys
      .filter((survey) => survey.metric === metric && survey.wording === wording)
      .map(({ lineageId }) => lineageId),
  );
  const untouched = shownOf(tree).touchpoints.filter(
    (one) =>
      !touched.has(one.id) &&
      lineagesOf(one).some((lineageId) => asked.has(lineageId)) &&
      !lineagesOf(one).some((lineageId) => own.includes(lineageId)),
  );
  const days = daysBetween(span.from, span.to) + 1;
  const rows = await readDays(scope, [...own, ...untouched.flatMap(lineagesOf)], days, span);
  const at = (lineages: readonly string[]): Tally[] | null =>
    countedTogether(
      rows.filter(
        (row) => row.metric === metric && row.wording === wording && lineages.includes(row.lineageId),
      ),
      days,
    )[0]?.days ?? null;
  const counted = at(own) ?? Array.from({ length: days }, () => emptyTally(METRICS[metric].scale));
  return verdictOf({
    ...{ baseline, startedOn, effectiveOn, span, minimumN: tree.minimumN },
    own: counted,
    others: untouched.flatMap((one) => {
      const found = at(lineagesOf(one));
      return found ? [{ title: one.title, days: found }] : [];
    }),
  });
}

function linkedStatements(tree: JourneyTree, today: string): LinkedStatement[] {
  return tree.statements.map((one) => ({
    ...{ id: one.id, kind: one.kind, touchpointId: one.touchpointId },
    text: one.words ?? one.text,
    state: stateOn(one, one.evidence, today),
    evidence: one.evidence.length,
    people: one.evidence
      .filter(({ stance }) => stance === 'supports')
      .reduce((sum, { n }) => sum + (n ?? 1), 0),
  }));
}
