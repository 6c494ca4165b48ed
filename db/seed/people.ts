import { CONTACTS } from './contacts';
import { type Random, randomOf } from './random';
import { type PersonaName, STAGES, STORY_DAYS } from './story';
import type { ToldAnswer } from './tell';

/** Who gave some of the story's answers: one of its contacts, or a customer that only a key tells apart. */
export type StoryPerson = { contact: number } | { key: string };

/** The answers of one survey of the story, by day. */
export type ToldSurvey = { subject: string; answers: readonly ToldAnswer[] };

/**
 * How many of a hundred people rate a touchpoint as they rate the company in the end; the others rate it as it comes.
 * This is what the drivers have to find again.
 */
const MOVES: Readonly<Record<string, number>> = {
  'Coverage check': 2,
  'Compare plans': 15,
  'Talk to an advisor': 15,
  Checkout: 10,
  'Welcome email': 2,
  'Book a visit': 60,
  'Technician visit': 50,
  'Set up the router': 20,
  'Call for help': 32,
  'First bill': 36,
};

const TOUCHPOINTS_EACH = 5;
/** People who never say how they like the company in the end. */
const SILENT = 500;
/** How far an answer may lie from the day that the path wants it on. */
const AROUND_DAYS = 4;
const CANDIDATES = 10;

const ORDER = STAGES.flatMap(({ touchpoints }) => touchpoints.map(({ title }) => title)).filter(
  (title) => title in MOVES,
);

type Candidate = ToldAnswer & { rank: number };

/**
 * Gives some of the told answers to people, so that one person answers along the journey: about five touchpoints and in
 * the end the relationship, or a few and then nothing. No answer is changed by it, nor added; the same answers give the
 * same people, by the id of the answer.
 */
export function givePeople(surveys: readonly ToldSurvey[]): Map<string, StoryPerson> {
  const random = randomOf('people');
  const pools = new Map(
    ORDER.map((title) => [title, poolsOf(surveys.filter((one) => one.subject === title))]),
  );
  const given = new Map<string, StoryPerson>();
  const people = peopleOf(random);

  /** The answer of this persona near a day and after another moment that is nearest to a rank; taken by it. */
  const take = (title: string, persona: PersonaName, day: number, after: number, rank: number | null) => {
    const pool = pools.get(title)?.get(persona) ?? [];
    const from = Math.max(day - AROUND_DAYS, Math.floor(after));
    const first = placeOfDay(pool, from);
    const behind = placeOfDay(pool, day + AROUND_DAYS + 1);
    let best: Candidate | null = null;
    for (let round = 0; round < CANDIDATES && behind > first; round += 1) {
      const one = pool[first + random.below(behind - first)] as Candidate;
      if (given.has(one.id) || one.day + one.moment <= after) continue;
      if (best === null || (rank !== null && Math.abs(one.rank - rank) < Math.abs(best.rank - rank)))
        best = one;
      if (rank === null) break;
    }
    return best;
  };

  for (const last of poolsOf(surveys.filter(({ subject }) => subject === 'Relationship')).values()) {
    for (const end of last) {
      if (end.persona === null || end.day < 30 - STORY_DAYS) continue;
      const person = people(end.persona);
      given.set(end.id, person);
      const path = pathOf(random);
      const begun = end.day - 26 - random.below(45);
      let after = begun - AROUND_DAYS;
      for (const [place, title] of path.entries()) {
        const day = begun + Math.round(((end.day - 3 - begun) * place) / Math.max(1, path.length - 1));
        const agrees = random.below(100) < (MOVES[title] ?? 0);
        const one = take(title, end.persona, day, after, agrees ? end.rank : null);
        if (one === null || one.day >= end.day) continue;
        given.set(one.id, person);
        after = one.day + one.moment;
      }
    }
  }
  for (let count = 0; count < SILENT; count += 1) tellSilent(random, people, take, given);
  return given;
}

/** Somebody who answers two or three times and then no more; often after a booking that went wrong. */
function tellSilent(
  random: Random,
  people: (persona: PersonaName) => StoryPerson,
  take: (
    title: string,
    persona: PersonaName,
    day: number,
    after: number,
    rank: number | null,
  ) => Candidate | null,
  given: Map<string, StoryPerson>,
): void {
  const persona: PersonaName = random.unit() < 0.54 ? 'Mover' : 'Renter';
  const upset = random.unit() < 0.45;
  const final = upset ? ORDER.indexOf('Book a visit') : 2 + random.below(ORDER.length - 2);
  const before = Array.from({ length: 1 + random.below(2) }, () => random.below(final)).sort((a, b) => a - b);
  const begun = 20 - STORY_DAYS + random.below(STORY_DAYS - 55);
  const person = people(persona);
  let after = begun - AROUND_DAYS;
  for (const [place, step] of [...new Set(before), final].entries()) {
    const rank = upset && step === final ? 0.1 : null;
    const one = take(ORDER[step] as string, persona, begun + 7 * place, after, rank);
    if (one === null) continue;
    given.set(one.id, person);
    after = one.day + one.moment;
  }
}

/** Touchpoints in the order in which one person meets them: that of the map, but for some. */
function pathOf(random: Random): string[] {
  const left = ORDER.map((_, place) => place);
  const places = Array.from(
    { length: TOUCHPOINTS_EACH },
    () => left.splice(random.below(left.length), 1)[0] as number,
  );
  const path = places.sort((a, b) => a - b).map((place) => ORDER[place] as string);
  const turn = random.unit();
  const both = (first: string, second: string) => path.includes(first) && path.includes(second);
  if (turn < 0.4 && both('Compare plans', 'Talk to an advisor')) {
    // Some talk first and compare afterwards.
    const place = path.indexOf('Compare plans');
    path.splice(place, 2, 'Talk to an advisor', 'Compare plans');
  } else if (turn < 0.4 && both('Book a visit', 'Technician visit')) {
    path.splice(path.indexOf('Technician visit') + 1, 0, 'Book a visit');
  } else if (turn > 0.92) {
    const place = random.below(path.length - 1);
    [path[place], path[place + 1]] = [path[place + 1] as string, path[place] as string];
  }
  return path;
}

/** New people one by one: the contacts of a persona first, then customers with a key. */
function peopleOf(random: Random): (persona: PersonaName) => StoryPerson {
  const contacts = new Map<PersonaName, number[]>();
  for (const [contact, { persona }] of CONTACTS.entries()) {
    contacts.set(persona, [...(contacts.get(persona) ?? []), contact]);
  }
  let count = 0;
  return (persona) => {
    count += 1;
    // The contacts are spread over the story, not all at its beginning.
    const contact = random.unit() < 0.05 ? contacts.get(persona)?.shift() : undefined;
    return contact === undefined ? { key: `LB-${String(20_000 + count * 7)}` } : { contact };
  };
}

/** The answers of some surveys by persona and day; the rank says which part of a survey's answers is lower, 0–1. */
function poolsOf(surveys: readonly ToldSurvey[]): Map<PersonaName, Candidate[]> {
  const pools = new Map<PersonaName, Candidate[]>();
  const most = Math.max(...surveys.map(({ answers }) => answers.length));
  for (const { answers } of surveys) {
    const sorted = answers.map(({ score }) => score).sort((a, b) => a - b);
    const rankOf = new Map(
      [...new Set(sorted)].map((score) => [
        score,
        (sorted.indexOf(score) + sorted.lastIndexOf(score) + 1) / 2 / sorted.length,
      ]),
    );
    // Whoever comes again is asked the touchpoint's main question, so that people can be compared.
    const every = answers.length === most ? 1 : 10;
    for (const [place, answer] of answers.entries()) {
      if (answer.persona === null || place % every > 0) continue;
      const pool = pools.get(answer.persona) ?? [];
      pool.push({ ...answer, rank: rankOf.get(answer.score) as number });
      pools.set(answer.persona, pool);
    }
  }
  for (const pool of pools.values()) pool.sort((a, b) => a.day - b.day || a.moment - b.moment);
  return pools;
}

/** The place of the first answer from a day on, by halving. */
function placeOfDay(pool: readonly Candidate[], day: number): number {
  let [low, high] = [0, pool.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pool[middle] as Candidate).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
