import type { Scope } from '@/db/scope';
import { addDays } from '@/lib/clock';
import { assumeEconomics } from '@/lib/outcomes/commands/assume-economics';
import { addBenchmark } from '@/lib/outcomes/commands/benchmark';
import { recordOutcomes } from '@/lib/outcomes/commands/record-outcomes';
import { MOST_OUTCOMES, type Outcome } from '@/lib/outcomes/model';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import { CONTACTS } from './contacts';
import type { StoryPerson } from './people';
import { randomOf } from './random';

/** One answer of somebody who is known, by the day of the story: 0 is today. */
export type AnswerOf = {
  person: StoryPerson;
  subject: string;
  metric: MetricId;
  day: number;
  score: number;
};

/** What weighs more than the rest in whether somebody leaves: the handoff that hurts, and what is said in the end. */
const WEIGHS: Readonly<Record<string, number>> = {
  'Book a visit': 4,
  'Technician visit': 2,
  Relationship: 2,
};

/** Chance of leaving on any day for somebody whose answers lie at 0.6 of their scales. */
const LEAVES_A_DAY = 0.0014;
const PLANS = [29.9, 39.9, 49.9];

/**
 * What became of the story's customers up to yesterday: who was upset leaves sooner and calls more often. Everybody else
 * renewed. The same answers give the same outcomes.
 */
export function tellOutcomes(answers: readonly AnswerOf[], today: string): Outcome[] {
  const random = randomOf('outcomes');
  const people = new Map<string, AnswerOf[]>();
  for (const answer of answers) {
    const key = JSON.stringify(answer.person);
    people.set(key, [...(people.get(key) ?? []), answer]);
  }
  return [...people.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const person = whoOf(first.person);
    const mood = moodOf(own);
    const last = Math.max(...own.map(({ day }) => day));
    const begun = Math.min(...own.map(({ day }) => day));
    const chance = LEAVES_A_DAY * Math.exp(6.5 * (0.6 - mood));
    const left = last + 1 + Math.floor(-Math.log(1 - random.unit()) / chance);
    const stays = left >= 0;
    const plan = PLANS[random.weighted([5, 3, 2])] as number;
    const calls = random.weighted([10 * mood, 3, 6 * (1 - mood), 3 * (1 - mood)]);
    const on = (day: number) => addDays(today, Math.min(-1, day));
    const paid = Math.floor((Math.min(left, 0) - begun) / 30);
    return [
      { person, kind: stays ? ('renewed' as const) : ('churned' as const), day: on(stays ? -1 : left) },
      ...(calls === 0
        ? []
        : [{ person, kind: 'contacts' as const, day: on(begun + 4 + random.below(40)), amount: calls }]),
      ...(paid === 0
        ? []
        : [
            {
              person,
              kind: 'spent' as const,
              day: on(begun + 30),
              amount: Math.round(paid * plan * 100) / 100,
            },
          ]),
    ];
  });
}

/** Tells the outcomes, what the company assumes about its business, and two values that others have published. */
export async function seedOutcomes(scope: Scope, answers: readonly AnswerOf[], today: string): Promise<void> {
  const outcomes = tellOutcomes(answers, today);
  for (let at = 0; at < outcomes.length; at += MOST_OUTCOMES) {
    await recordOutcomes(scope, { outcomes: outcomes.slice(at, at + MOST_OUTCOMES) });
  }
  await assumeEconomics(scope, {
    currency: 'GBP',
    customersPerYear: 24_000,
    arpuPerMonth: 40,
    grossMargin: 0.7,
    monthlyChurn: 0.0125,
    churnAfterBad: 0.18,
    churnAfterGood: 0.08,
    contactsAfterBad: 0.9,
    contactsAfterGood: 0.3,
    costPerContact: 6,
  });
  const year = Number(today.slice(0, 4)) - 1;
  const invented = 'Invented for this demo: broadband panel';
  await addBenchmark(scope, {
    ...{ metric: 'nps', value: 0.12, scale: '0…10', source: invented, link: null, year, n: 2400 },
  });
  await addBenchmark(scope, {
    ...{ metric: 'csat', value: 0.71, scale: '1…5', source: invented, link: null, year, n: 1800 },
  });
}

/** Where somebody's answers lie on their scales, 0–1. */
function moodOf(answers: readonly AnswerOf[]): number {
  let sum = 0;
  let weights = 0;
  for (const { subject, metric, score } of answers) {
    const { min, max } = METRICS[metric].scale;
    const weight = WEIGHS[subject] ?? 1;
    sum += (weight * (score - min)) / (max - min);
    weights += weight;
  }
  return sum / weights;
}

const whoOf = (person: StoryPerson): Outcome['person'] =>
  'key' in person ? { key: person.key } : { email: CONTACTS[person.contact]?.email ?? '' };
