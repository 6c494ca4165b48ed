import { addDays } from '../../clock';
import { STATEMENT_KIND_LABELS } from '../../journey/model/statement';
import { msg, type Translate } from '../../translate';
import {
  LEAST_CHARACTERS,
  MOST_CHARACTERS,
  MOST_HITS,
  SEARCHED,
  type Searched,
  type SearchHit,
  type SearchHits,
  type SearchResultView,
  type SearchView,
  type TextPart,
} from '../model/search';

const MOST_WORDS = 8;
/** Characters of an excerpt, and how many of them stand before the first hit. */
const EXCERPT = 220;
const BEFORE = 60;
/** Days of the period in which a comment is shown; it ends with the comment's own day. */
const PERIOD_DAYS = 90;

const FIELD_LABELS: Readonly<Record<string, string>> = {
  objective: msg('Objective'),
  start_trigger: msg('Begins with'),
  end_outcome: msg('Ends with'),
  goal: msg('Goal'),
  success_criterion: msg('Success'),
  trigger: msg('Trigger'),
  motivation: msg('Motivation'),
  promise: msg('Promise'),
  told_next: msg('Told what comes next'),
  contact_role: msg('Whom to turn to'),
  playbook: msg('Playbook'),
  moment_reason: msg('Why it matters'),
  importance_reason: msg('Why it is important'),
  decision_reason: msg('Why it was decided'),
  information: msg('Information'),
  evidence: msg('Evidence'),
  method: msg('Method'),
  summary: msg('Summary'),
  role: msg('Role'),
  goals: msg('Goals'),
  needs: msg('Needs'),
  expectations: msg('Expectations'),
  preferences: msg('Preferences'),
  quote: msg('Quote'),
};

/** What a member typed, without what no text can hold; at most 100 characters. */
export function settleQuestion(typed: string): string {
  return [...typed.replace(/\p{Cc}+/gu, ' ').trim()].slice(0, MOST_CHARACTERS).join('').trim();
}

/** The words of a question, each of which has to stand in a text that is found; empty where it is too short. */
export function wordsOf(asked: string): string[] {
  if ([...asked.replace(/\s+/gu, '')].length < LEAST_CHARACTERS) return [];
  return [...new Set(asked.split(/\s+/u).filter(Boolean))].slice(0, MOST_WORDS);
}

/** The text in parts, with each place marked where one of the words stands, in whatever case. */
export function markWords(text: string, words: readonly string[]): TextPart[] {
  const pattern = patternOf(words);
  if (pattern === null) return text === '' ? [] : [{ text, hit: false }];
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), hit: false });
    parts.push({ text: found[0], hit: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

/** The stretch of a long text around the first of the words, cut at spaces where there are some. */
export function excerptOf(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= EXCERPT) return line;
  const first = patternOf(words)?.exec(line)?.index ?? 0;
  const from = Math.max(0, Math.min(first - BEFORE, line.length - EXCERPT));
  const begin = from === 0 ? 0 : Math.min(first, line.indexOf(' ', from) + 1 || from);
  const rest = line.slice(begin, begin + EXCERPT);
  const last = begin + EXCERPT < line.length ? rest.lastIndexOf(' ') : -1;
  const cut = last > EXCERPT / 2 ? rest.slice(0, last) : rest;
  return `${begin > 0 ? '… ' : ''}${cut}${begin + cut.length < line.length ? ' …' : ''}`;
}

/** What a search shows of its hits. */
export function searchView(
  asked: string,
  words: readonly string[],
  found: Readonly<Record<Searched, SearchHits>> | null,
  t: Translate,
): SearchView {
  if (asked === '' || found === null)
    return { asked, state: asked === '' ? 'empty' : 'short', groups: [], total: 0 };
  const groups = SEARCHED.map((kind) => {
    const { hits, total } = found[kind];
    const results = hits.slice(0, MOST_HITS).map((hit) => resultOf(kind, hit, words, t));
    return { kind, total, more: total - results.length, results };
  }).filter(({ total }) => total > 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return { asked, state: total === 0 ? 'nothing' : 'found', groups, total };
}

function resultOf(kind: Searched, hit: SearchHit, words: readonly string[], t: Translate): SearchResultView {
  const { journey, touchpoint } = hit;
  const place = [
    kind === 'statement' && hit.statementKind ? t(STATEMENT_KIND_LABELS[hit.statementKind]) : null,
    journey && kind !== 'journey' ? journey.title : null,
    touchpoint && kind !== 'touchpoint' ? touchpoint.title : null,
  ];
  const inTitle = hit.field === 'title';
  const label = FIELD_LABELS[hit.field];
  const excerpt = markWords(excerptOf(hit.text, words), words);
  return {
    key: `${hit.answer?.placementId ?? ''} ${hit.id}`,
    href: hrefOf(kind, hit),
    title: kind === 'comment' ? excerpt : markWords(hit.title, words),
    place: place.filter(Boolean).join(' · '),
    excerpt: inTitle || kind === 'comment' ? null : { label: label ? t(label) : null, parts: excerpt },
    answer: hit.answer,
  };
}

/** Where a hit is seen on its map. A comment is shown in the 90 days that end with its own. */
function hrefOf(kind: Searched, { id, field, journey, touchpoint, answer }: SearchHit): string {
  if (kind === 'persona') return `/personas/${id}`;
  const params = new URLSearchParams();
  if (answer) {
    params.set('from', addDays(answer.day, 1 - PERIOD_DAYS));
    params.set('to', answer.day);
  }
  if (touchpoint) params.set('touchpoint', touchpoint.id);
  if (kind === 'statement' && touchpoint) params.set('tab', 'statements');
  if (kind === 'touchpoint' && field !== 'title') params.set('tab', 'details');
  const search = params.toString();
  return `/journeys/${journey?.id ?? ''}${search && `?${search}`}`;
}

/** Longer words first, so that a word that begins with another one is marked as a whole. */
function patternOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'giu');
}
