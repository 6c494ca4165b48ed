import type { Filter } from '../model';
import { lineagesOf, shownOf, subjectsOwned, type Tree } from './build-map';
import { askedHandoffs } from './scores-reply';
import type { Cell } from './tables/table';

/** What answers can be about, as a line of the table names it. */
export type AnswerSubject = {
  about: 'journey' | 'touchpoint' | 'handoff';
  id: string;
  title: string;
  /** The stage's title; null for the journey itself. */
  stage: string | null;
  /** Its own, then those that were merged into it. */
  lineageIds: string[];
};

/** What one line needs of an answer. */
export type AnsweredLine = {
  id: string;
  placementId: string;
  surveyId: string;
  survey: string;
  surveyVersion: number;
  metric: string;
  wording: string;
  score: number;
  words: string[] | null;
  comment: string | null;
  followUps: { reasons?: string[]; expectation?: number; information?: number; handoff?: number } | null;
  source: string;
  channel: string;
  persona: string | null;
  segment: string;
  language: string | null;
  device: string | null;
  campaign: string | null;
  day: string;
  receivedAt: string;
  person: string | null;
};

/** Fixed names, the same in every language of the product: programs read them. */
export const ANSWER_COLUMNS = [
  ...['answer_id', 'placement_id', 'about', 'about_id', 'title', 'stage'],
  ...['metric', 'wording', 'score', 'words', 'comment', 'reasons', 'expectation', 'information', 'handoff'],
  ...['source', 'channel', 'persona', 'segment', 'language', 'device'],
  ...['survey_id', 'survey', 'version', 'campaign', 'day', 'received_at', 'person'],
] as const;

/**
 * Everything about which the map counts answers: touchpoints in its order, then handoffs, then the journey itself.
 *
 * @param owner as the filter's: only what this team or member answers for; null: everything
 */
export function answerSubjects(tree: Tree, owner: Filter['owner']): AnswerSubject[] {
  const counted = new Set(subjectsOwned(tree, owner));
  const { stages, touchpoints } = shownOf(tree);
  const subjects: AnswerSubject[] = [
    ...stages.flatMap((stage) =>
      touchpoints
        .filter((one) => one.stageId === stage.id)
        .map((one) => ({
          ...{ about: 'touchpoint' as const, id: one.id, title: one.title, stage: stage.title },
          lineageIds: lineagesOf(one),
        })),
    ),
    ...askedHandoffs(tree).map(({ lineageId, ...handoff }) => ({
      ...{ about: 'handoff' as const, ...handoff },
      lineageIds: [lineageId],
    })),
    { about: 'journey', id: tree.id, title: tree.title, stage: null, lineageIds: [tree.lineageId] },
  ];
  return subjects.filter(({ lineageIds }) => lineageIds.every((lineageId) => counted.has(lineageId)));
}

/** One line of the table, a cell for each of `ANSWER_COLUMNS`; null: not asked, skipped, or not known. */
export function answerCells(subject: AnswerSubject, line: AnsweredLine): Cell[] {
  const { followUps } = line;
  return [
    ...[line.id, line.placementId, subject.about, subject.id, subject.title, subject.stage],
    ...[line.metric, line.wording, line.score, line.words, line.comment, followUps?.reasons ?? null],
    ...[followUps?.expectation ?? null, followUps?.information ?? null, followUps?.handoff ?? null],
    ...[line.source, line.channel || null, line.persona, line.segment || null, line.language, line.device],
    ...[line.surveyId, line.survey, line.surveyVersion, line.campaign, line.day],
    ...[line.receivedAt.replace(/(\.\d{3})\d+Z$/, '$1Z'), line.person],
  ];
}
