import type { StatementKind } from '../../journey/model/statement';
import type { Source } from '../../response/model';
import type { MetricId } from '../../scoring/metrics';
import { msg } from '../../translate';

/** What a search looks through, in the order in which it is shown. */
export const SEARCHED = ['journey', 'stage', 'touchpoint', 'statement', 'persona', 'comment'] as const;
export type Searched = (typeof SEARCHED)[number];

export const SEARCHED_LABELS: Readonly<Record<Searched, string>> = {
  journey: msg('Journeys'),
  stage: msg('Stages'),
  touchpoint: msg('Touchpoints'),
  statement: msg('Statements and evidence'),
  persona: msg('Personas'),
  comment: msg('Customers’ comments'),
};

/** Hits of one kind that are shown. */
export const MOST_HITS = 20;
/** Characters below which nothing is searched. */
export const LEAST_CHARACTERS = 2;
/** Characters of a question that are read; the rest is left away. */
export const MOST_CHARACTERS = 100;

/** One hit as it is stored. */
export type SearchHit = {
  id: string;
  /** What it is called; empty for a comment. */
  title: string;
  /** The field that holds what was asked for, such as `title` or `goal`. */
  field: string;
  /** That field's text in full. */
  text: string;
  journey: { id: string; title: string } | null;
  touchpoint: { id: string; title: string } | null;
  /** Only of a statement. */
  statementKind: StatementKind | null;
  /** Only of a comment. */
  answer: {
    placementId: string;
    day: string;
    metric: MetricId;
    score: number | null;
    source: Source;
  } | null;
};

/** The first hits of one kind, and how many there are in all. */
export type SearchHits = { hits: SearchHit[]; total: number };

/** A stretch of text; `hit` where it is what was asked for. */
export type TextPart = { text: string; hit: boolean };

/** One line of the results. */
export type SearchResultView = {
  key: string;
  href: string;
  title: TextPart[];
  /** Where it is: the journey, the touchpoint. */
  place: string;
  /** The words around what was found; null where it is the title itself. */
  excerpt: { label: string | null; parts: TextPart[] } | null;
  answer: SearchHit['answer'];
};

/** What a search found. */
export type SearchView = {
  asked: string;
  state: 'empty' | 'short' | 'nothing' | 'found';
  /** Kinds with hits only, in their order. `more`: hits that are not shown. */
  groups: { kind: Searched; total: number; more: number; results: SearchResultView[] }[];
  total: number;
};
