import { expect, test } from 'vitest';
import type { ScoredGroup } from '@/lib/outcomes/model';
import { studyOutcomes } from '@/lib/outcomes/rules/study';
import { METRICS } from '@/lib/scoring/metrics';
import { CONTACTS } from './contacts';
import { givePeople } from './people';
import { RELATIONSHIP, STAGES } from './story';
import { tellAnswers } from './tell';
import { type AnswerOf, tellOutcomes } from './tell-outcomes';

const TODAY = '2026-06-30';

function answersOf(): AnswerOf[] {
  const told = [
    { subject: 'Relationship', survey: RELATIONSHIP, voice: RELATIONSHIP.voice },
    ...STAGES.flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ title, surveys, voice }) =>
        voice === null ? [] : surveys.map((survey) => ({ subject: title, survey, voice })),
      ),
    ),
  ].map((one) => ({
    ...one,
    answers: tellAnswers(`${one.subject} ${one.survey.metric}`, one.survey, one.voice, TODAY),
  }));
  const people = givePeople(told);
  return told.flatMap(({ subject, survey, answers }) =>
    answers.flatMap(({ id, day, score }) => {
      const person = people.get(id);
      return person ? [{ person, subject, metric: survey.metric, day, score }] : [];
    }),
  );
}

test('customers who answered low leave sooner, and the story tells it alike every time', () => {
  const answers = answersOf();
  const outcomes = tellOutcomes(answers, TODAY);
  expect(tellOutcomes(answers, TODAY)).toEqual(outcomes);
  const leftOn = new Map(
    outcomes.filter(({ kind }) => kind === 'churned').map(({ person, day }) => [JSON.stringify(person), day]),
  );
  const first = new Map<string, AnswerOf>();
  for (const one of answers) {
    const who = 'key' in one.person ? one.person : { email: CONTACTS[one.person.contact]?.email };
    const person = JSON.stringify(who);
    if (one.metric === 'nps' && one.day < (first.get(person)?.day ?? 1)) first.set(person, one);
  }
  const groups = [...first].map(([person, { day, score }]): ScoredGroup => {
    const left = leftOn.get(person);
    const days = left === undefined ? null : (Date.parse(left) - Date.parse(TODAY)) / 86_400_000 - day;
    return { on: 20_000 + day, score, cameAfter: days, n: 1 };
  });
  const study = studyOutcomes(METRICS.nps, groups, {
    ...{ through: 19_999, horizon: 90, minimumN: 5, falling: true },
  });
  expect(study.few).toBe(false);
  expect(study.slope?.oddsInterval.high).toBeLessThan(1);
  expect(study.survival.longer?.interval.low).toBeGreaterThan(0);
  expect(study.check?.gain.mean).toBeGreaterThan(0);
  // Enough for a page, few enough to be seeded at once.
  expect(outcomes.length).toBeGreaterThan(1000);
  expect(outcomes.length).toBeLessThan(12_000);
});
