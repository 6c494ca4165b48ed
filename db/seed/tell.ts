import { addDays } from '@/lib/clock';
import { groupOf } from '@/lib/scoring/metric';
import { metricOf } from '@/lib/scoring/metrics';
import type { PlacementKind } from '@/lib/survey/model';
import { type Random, randomOf } from './random';
import { CHANGE_DAY, type PersonaName, STORY_DAYS, type StorySurvey } from './story';
import { BEFORE_CONNECTION, LIVES, type Mood, VOICES, type Voice } from './voices';

/** One invented answer: `day` counts back from the day of seeding (0), `moment` is its place within that day, 0–1. */
export type ToldAnswer = {
  id: string;
  day: number;
  moment: number;
  place: PlacementKind;
  persona: PersonaName | null;
  score: number;
  words: string[] | null;
  comment: string | null;
  /** False where the person tapped a score and left. */
  complete: boolean;
};

/** The share of each mood that also writes something. */
const WRITES: Record<Mood, number> = { low: 0.22, middle: 0.12, high: 0.13 };

/** The answers of one survey, by day. The same name, survey and day of seeding give the same answers. */
export function tellAnswers(name: string, survey: StorySurvey, voice: Voice, today: string): ToldAnswer[] {
  const random = randomOf(name);
  const first = survey.from ?? 1 - STORY_DAYS;
  const last = survey.to ?? 0;
  const days = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const traffic = days.map((day) => trafficOn(addDays(today, day), day));
  const drawn = Array.from({ length: survey.answers }, () => days[random.weighted(traffic)] as number);
  const writer = writerOf(voice, random);
  return drawn.sort((a, b) => a - b).map((day) => tellAnswer(survey, day, random, writer));
}

function tellAnswer(
  survey: StorySurvey,
  day: number,
  random: Random,
  write: (mood: Mood, persona: PersonaName | null, day: number) => string,
): ToldAnswer {
  const metric = metricOf(survey.metric);
  const kinds = Object.keys(survey.places) as PlacementKind[];
  const place = kinds[random.weighted(kinds.map((kind) => survey.places[kind] ?? 0))] as PlacementKind;
  const persona = personaAt(place, random);
  const score = metric.scale.min + drawPoint(survey, day, { persona, place }, random);
  const mood: Mood = groupOf(metric, score);
  const words = survey.words ? drawWords(survey.words[mood], random) : null;
  const writes = random.unit() < WRITES[mood];
  return {
    id: random.uuid(),
    day,
    moment: random.unit(),
    place,
    persona,
    score,
    words,
    comment: writes ? write(mood, persona, day) : null,
    complete: writes || words !== null || random.unit() < 0.93,
  };
}

/** Fewer people come at the weekend, and more come as the company grows. */
function trafficOn(date: string, day: number): number {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const weekly = weekday === 0 ? 0.5 : weekday === 6 ? 0.75 : 1;
  return weekly * (1.15 + (0.3 * day) / STORY_DAYS);
}

/** A mail goes to somebody we know; on a page, a quarter stay unknown. */
function personaAt(place: PlacementKind, random: Random): PersonaName | null {
  const known = random.weighted(place === 'email' ? [54, 46, 0] : [41, 35, 24]);
  return (['Mover', 'Renter', null] as const)[known] ?? null;
}

function drawPoint(
  survey: StorySurvey,
  day: number,
  { persona, place }: Pick<ToldAnswer, 'persona' | 'place'>,
  random: Random,
): number {
  const phase = survey.phases.findLast(({ from }) => day >= from) ?? survey.phases[0];
  if (!phase) throw new Error('A survey of the story has no phase.');
  const drawn = random.weighted(phase.chances);
  const tilt = (persona === null ? 0 : (survey.tilt?.[persona] ?? 0)) + (survey.tilt?.[place] ?? 0);
  if (random.unit() >= Math.abs(tilt)) return drawn;
  const again = random.weighted(phase.chances);
  return tilt < 0 ? Math.min(drawn, again) : Math.max(drawn, again);
}

function drawWords(chances: Record<string, number>, random: Random): string[] | null {
  const kind = random.weighted([28, 6, 40, 26]);
  if (kind === 0) return null;
  if (kind === 1) return ['none'];
  const left = { ...chances };
  return Array.from({ length: kind - 1 }, () => {
    const ids = Object.keys(left);
    const id = ids[random.weighted(ids.map((one) => left[one] ?? 0))] as string;
    delete left[id];
    return id;
  });
}

/** Takes every sentence of a mood once before any comes again, so that neighbours do not repeat each other. */
function writerOf(
  voice: Voice,
  random: Random,
): (mood: Mood, persona: PersonaName | null, day: number) => string {
  const bags = new Map<string, string[]>();
  const take = (name: string, all: readonly string[]): string => {
    const bag = bags.get(name)?.length ? (bags.get(name) as string[]) : [...all];
    bags.set(name, bag);
    return bag.splice(random.below(bag.length), 1)[0] as string;
  };
  return (mood, persona, day) => {
    const own = VOICES[voice];
    const since = day >= (CHANGE_DAY[voice] ?? 1) ? (own.since?.[mood] ?? []) : [];
    const useSince = since.length > 0 && random.unit() < 0.7;
    const first = useSince ? take(`since ${mood}`, since) : take(mood, own[mood]);
    const second = random.unit();
    if (second < 0.2 && mood !== 'middle' && persona && BEFORE_CONNECTION.includes(voice)) {
      return `${first} ${take(`${persona} ${mood}`, LIVES[persona][mood])}`;
    }
    if (second < 0.4 && own[mood].length > 3) {
      const more = take(mood, own[mood]);
      return more === first ? first : `${first} ${more}`;
    }
    return first;
  };
}
