import { listThemes } from '@/db/queries/themes';
import { countUnread, getVoiceRules } from '@/db/queries/voice-reading';
import {
  asksOfPeople,
  countKinds,
  countMasked,
  countMentions,
  countThemes,
  countVoices,
  findLastVoiceDay,
  listClaims,
  listPlaces,
  listTold,
  listVoices,
  type PlaceRow,
  type VoiceCount,
  type VoiceRow,
} from '@/db/queries/voices';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { addDays, dayOf } from '../clock';
import type { Filter, Period } from '../insights/model';
import { parseFilter } from '../insights/rules/filter';
import { resolvePeriod } from '../insights/rules/period';
import type { StatementKind } from '../journey/model/statement';
import { groupOf } from '../scoring/metric';
import { isMetricId, METRICS } from '../scoring/metrics';
import type {
  ClusterView,
  SentimentWord,
  TermView,
  Theme,
  ThemeView,
  TouchpointThemes,
  VoiceAsked,
  VoiceView,
} from './model';
import { type Masking, USUAL_MASKING } from './model/masking';
import { parseVoiceAsked } from './rules/asked';
import { BLACKED_OUT } from './rules/black-out';
import { clustersOf, partingTerms } from './rules/suggest';
import { themeViews } from './rules/theme-views';

/** Voices that one page shows. */
export const A_PAGE = 60;
/** Days for which the settings say what was masked. */
export const MASKED_DAYS = 90;
/** Newest texts that suggestions are made of. */
const MOST_TOLD = 3000;

/** What an address asks of voices, with what every page of them shows. */
export type VoicesFrame = {
  asked: VoiceAsked;
  filter: Filter;
  period: Period;
  today: string;
  minimumN: number;
  places: PlaceRow[];
  themes: Theme[];
  /** Comments and material that wait to be read, up to a thousand of each. */
  unread: number;
  /** Fewer people than the workspace's minimum are asked for: their words could give them away. */
  withheld: boolean;
};

export type VoicesView = VoicesFrame & {
  total: number;
  voices: VoiceView[];
  page: number;
  pages: number;
  counts: VoiceCount[];
  /** Statements of the journeys on the page, which a voice can be made evidence of. */
  claims: { id: string; journeyId: string; touchpointId: string | null; text: string; kind: StatementKind }[];
};

/**
 * The voices that an address asks for, the newest first.
 *
 * @throws AppError `bad_request` for a bad filter
 */
export async function loadVoices(scope: Scope, params: URLSearchParams, now: Date): Promise<VoicesView> {
  const frame = await openVoices(scope, params, now);
  const { asked, filter, withheld } = frame;
  const page = Math.min(1000, Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1));
  const [found, counts] = await Promise.all([
    listVoices(scope, filter, asked, { most: A_PAGE, skip: (page - 1) * A_PAGE }),
    // However they sound: the parts of a whole stay comparable while one of them is looked at.
    countKinds(scope, filter, { ...asked, sentiment: null }),
  ]);
  const voices = withheld ? [] : found.voices.map(voiceView);
  const journeyIds = [...new Set(voices.flatMap(({ journey }) => (journey ? [journey.id] : [])))];
  const meant = asked.sentiment === 'none' ? null : asked.sentiment;
  const total = counts
    .filter(({ sentiment }) => asked.sentiment === null || sentiment === meant)
    .reduce((sum, { n }) => sum + n, 0);
  return {
    ...frame,
    ...{ total, voices, page, counts },
    pages: Math.max(1, Math.ceil(total / A_PAGE)),
    claims: (await listClaims(scope, journeyIds)) as VoicesView['claims'],
  };
}

/** The themes of the workspace among the voices that an address asks for. @throws AppError `bad_request` */
export async function loadThemes(
  scope: Scope,
  params: URLSearchParams,
  now: Date,
): Promise<VoicesFrame & { total: number; views: ThemeView[]; sentimentWords: SentimentWord[] }> {
  const frame = await openVoices(scope, params, now);
  const asked = { ...frame.asked, themeId: null };
  const [kinds, counts, mentions, { sentimentWords }] = await Promise.all([
    countKinds(scope, frame.filter, asked),
    countThemes(scope, frame.filter, asked),
    countMentions(scope, frame.filter, asked),
    getVoiceRules(scope),
  ]);
  const total = kinds.reduce((sum, { n }) => sum + n, 0);
  const { minimumN } = frame;
  return {
    ...frame,
    ...{ asked, total, sentimentWords },
    views: themeViews(frame.themes, counts, mentions, { total, minimumN }),
  };
}

/**
 * What the comments about one touchpoint are about, in the filter of its map; like the map, nothing is told of fewer
 * comments than the workspace's minimum where people are picked out.
 */
export async function loadTouchpointThemes(
  scope: Scope,
  { id: journeyId, filter, minimumN }: { id: string; filter: Filter; minimumN: number },
  touchpointId: string,
): Promise<TouchpointThemes> {
  const asked: VoiceAsked = {
    ...{ q: '', journeyId, touchpointId, themeId: null, sentiment: null, language: null, kind: 'comment' },
  };
  const [themes, kinds, counts] = await Promise.all([
    listThemes(scope),
    countKinds(scope, filter, asked),
    countThemes(scope, filter, asked),
  ]);
  const total = kinds.reduce((sum, { n }) => sum + n, 0);
  if (asksOfPeople(filter) && total < minimumN) return { total, withheld: true, themes: [] };
  const views = themeViews(themes, counts, [], { total, minimumN });
  return { total, withheld: false, themes: views.filter(({ n }) => n > 0) };
}

/** Words and groups of like texts among the voices that an address asks for, to make themes of. @throws AppError `bad_request` */
export async function loadSuggestions(
  scope: Scope,
  params: URLSearchParams,
  now: Date,
): Promise<VoicesFrame & { n: number; terms: TermView[]; clusters: ClusterView[] }> {
  const frame = await openVoices(scope, params, now);
  const told = frame.withheld ? [] : await listTold(scope, frame.filter, frame.asked, MOST_TOLD);
  return {
    ...frame,
    n: told.length,
    terms: partingTerms(told.map(({ text, metric, score }) => ({ text, group: sideOf(metric, score) }))),
    clusters: clustersOf(told.map(({ text }) => text)),
  };
}

/** What is masked on arrival, and what was in the last 90 days, by kind. */
export async function loadMasking(
  scope: Scope,
  now: Date,
): Promise<{ masking: Masking; counts: Record<string, number> }> {
  const { timeZone } = await getWorkspace(scope);
  const [{ masking }, counts] = await Promise.all([
    getVoiceRules(scope),
    countMasked(scope, addDays(dayOf(now, timeZone), 1 - MASKED_DAYS)),
  ]);
  return { masking: masking ?? USUAL_MASKING, counts };
}

/** Every journey and touchpoint that material can be brought in for, and the workspace's day. */
export async function loadPlaces(scope: Scope, now: Date): Promise<{ places: PlaceRow[]; today: string }> {
  const [places, { timeZone }] = await Promise.all([listPlaces(scope), getWorkspace(scope)]);
  return { places, today: dayOf(now, timeZone) };
}

async function openVoices(scope: Scope, params: URLSearchParams, now: Date): Promise<VoicesFrame> {
  const wanted = parseVoiceAsked(params);
  const asked = parseFilter(params);
  const [{ timeZone, minimumN }, lastDay, places, themes, unread] = await Promise.all([
    getWorkspace(scope),
    findLastVoiceDay(scope),
    listPlaces(scope),
    listThemes(scope),
    countUnread(scope),
  ]);
  const today = dayOf(now, timeZone);
  const { filter, period } = resolvePeriod(asked, today, lastDay);
  const withheld = asksOfPeople(filter) && (await countVoices(scope, filter, wanted)) < minimumN;
  return { asked: wanted, filter, period, today, minimumN, places, themes, unread, withheld };
}

function voiceView(row: VoiceRow): VoiceView {
  const { journeyId, journeyTitle, touchpointId, touchpointTitle, placementId, responseId, metric, score } =
    row;
  const { id, kind, text, day, author, origin, language, languageBy, sentiment, sentimentSaid, themes } = row;
  return {
    ...{ id, kind, text, day, author, origin, language, languageBy, sentiment, sentimentSaid, themes },
    redacted: text.includes(BLACKED_OUT),
    chosen: row.chosen,
    journey: journeyId === null ? null : { id: journeyId, title: journeyTitle ?? '' },
    touchpoint: touchpointId === null ? null : { id: touchpointId, title: touchpointTitle ?? '' },
    answer:
      placementId !== null && responseId !== null && metric !== null && isMetricId(metric)
        ? { placementId, responseId, metric, score }
        : null,
  };
}

function sideOf(metric: string | null, score: number | null): 'low' | 'high' | null {
  if (metric === null || score === null || !isMetricId(metric)) return null;
  const group = groupOf(METRICS[metric], score);
  return group === 'middle' ? null : group;
}
