import { listContacts } from '@/db/queries/contacts';
import type { Scope } from '@/db/scope';
import { addDays, dayOf, instantAt } from '@/lib/clock';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { createJourney, editJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import { addStage } from '@/lib/journey/commands/stage';
import { addTeam } from '@/lib/journey/commands/team';
import { addTouchpoint } from '@/lib/journey/commands/touchpoint';
import { recordAnswers } from '@/lib/response/commands/record-answers';
import type { Recording } from '@/lib/response/model';
import {
  closePlacement,
  draftSurvey,
  editDraft,
  openPlacement,
  placeInChannel,
  publishSurvey,
} from '@/lib/survey/commands';
import type { PlacementKind } from '@/lib/survey/model';
import type { SurveyContent } from '@/lib/survey/model/content';
import { loadSurvey } from '@/lib/survey/views';
import { CONTACTS } from './contacts';
import { givePeople, type StoryPerson } from './people';
import { seedHistory } from './seed-history';
import { seedStatements } from './seed-statements';
import {
  JOURNEY,
  PERSONAS,
  type PersonaName,
  RELATIONSHIP,
  STAGES,
  STORY_DAYS,
  type StorySurvey,
  TEAMS,
  type TeamName,
  WORKSPACE,
} from './story';
import { storyContent, storyRules } from './story-content';
import { JOURNEY_DETAILS, STAGE_DETAILS, TOUCHPOINT_DETAILS } from './story-details';
import { drawPaths, HANDOFF_SURVEY } from './story-paths';
import { addTrialChannels, openTrial, STORY_TRIAL } from './story-trial';
import { type ToldAnswer, tellAnswers } from './tell';
import { tellCases } from './tell-cases';
import { tellImprovements } from './tell-improvements';
import { heldAnswers, type ToldMore, tellMore } from './tell-more';
import { seedOutcomes } from './tell-outcomes';
import { tellVoices } from './tell-voices';
import type { Voice } from './voices';

/** A survey of the story once it is in the workspace. */
type Asked = {
  name: string;
  subject: string;
  survey: StorySurvey;
  voice: Voice;
  surveyId: string;
  content: SurveyContent;
  places: Map<PlacementKind, string>;
};

/** Opened before all others of their kind, so that a demo finds them again as the first of their kind. */
const OPENED_FIRST: readonly { subject: string; metric: string; kind: PlacementKind }[] = [
  { subject: 'Book a visit', metric: 'emotion', kind: 'link' },
  { subject: 'Technician visit', metric: 'nps', kind: 'email' },
  { subject: 'Compare plans', metric: 'ces', kind: 'widget' },
];

/**
 * Tells the story of a broadband company in a workspace, through the product's own commands: a journey, its surveys,
 * 200 days of answers that end on the day of `now`, and people to write to. The same day gives the same tallies.
 */
export async function seedStory(
  scope: Scope,
  now: Date,
  progress: (done: number) => void = () => {},
): Promise<{ journeyId: string; answers: number }> {
  const personas = new Map<PersonaName, string>();
  for (const persona of PERSONAS) personas.set(persona.name, (await addPersona(scope, persona)).id);
  const compared = await addTrialChannels(scope);
  const { journeyId, asked } = await drawJourney(scope, [...personas.values()], Object.values(compared));
  await openPlaces(scope, asked);
  const tried = asked.find(
    ({ subject, survey }) => subject === STORY_TRIAL.touchpoint && survey.metric === STORY_TRIAL.metric,
  );
  if (!tried) throw new Error('The story asks nobody of its trial.');
  const trial = await openTrial(scope, { surveyId: tried.surveyId, link: placeOf(tried, 'link') }, compared);
  const today = dayOf(now, WORKSPACE.timeZone);
  const instant = instantsOf(today, now);
  const told = asked.map((one) => ({
    one,
    subject: one.subject,
    answers: tellAnswers(one.name, one.survey, one.voice, today),
  }));
  const contactIds = await seedContacts(scope, personas);
  const people = givePeople(told);
  const recordings = told.flatMap(({ one, answers }) => {
    const more = tellMore(one.name, one.subject, one.survey.metric, one.content);
    return answers.map(
      (answer): Recording =>
        recordingOf(answer, more(answer), whoOf(people.get(answer.id), contactIds), {
          placementId:
            one === tried && trial.isVariant(answer) ? trial.placementId : placeOf(one, answer.place),
          day: addDays(today, answer.day),
          receivedAt: instant(answer),
          persona: answer.persona === null ? '' : (personas.get(answer.persona) ?? ''),
        }),
    );
  });
  const { added } = await recordAnswers(scope, recordings, progress);
  const held = heldAnswers(
    today,
    ({ subject, metric, place }) => {
      const one = asked.find((survey) => survey.subject === subject && survey.survey.metric === metric);
      if (!one) throw new Error(`Nobody asks about ${subject} by ${metric}.`);
      return placeOf(one, place);
    },
    (day, moment) => instant({ day, moment }),
  );
  await recordAnswers(scope, held);
  await closeOtherWidgets(scope, asked);
  await seedOutcomes(
    scope,
    told.flatMap(({ one, subject, answers }) =>
      answers.flatMap(({ id, day, score }) => {
        const person = people.get(id);
        return person ? [{ person, subject, metric: one.survey.metric, day, score }] : [];
      }),
    ),
    today,
  );
  await seedStatements(scope, journeyId, today);
  await seedHistory(scope, journeyId, today);
  await tellImprovements(scope, journeyId, today, compared);
  await tellVoices(scope, journeyId, today);
  await tellCases(scope, now);
  return { journeyId, answers: added };
}

/** Ids of the contacts, in the order in which the story lists them. */
async function seedContacts(scope: Scope, personas: ReadonlyMap<PersonaName, string>): Promise<string[]> {
  await addContacts(scope, {
    contacts: CONTACTS.map(({ name, email, persona, city }) => ({
      name,
      email,
      personaId: personas.get(persona) ?? null,
      attributes: { city },
    })),
  });
  const { contacts } = await listContacts(scope, { search: '', offset: 0, limit: CONTACTS.length });
  const idOf = new Map(contacts.map(({ id, email }) => [email, id]));
  return CONTACTS.map(({ email }) => idOf.get(email) as string);
}

/** Most answers are nobody's that is known. */
function whoOf(
  person: StoryPerson | undefined,
  contactIds: readonly string[],
): Pick<Recording, 'contactId' | 'respondentKey'> {
  if (person === undefined) return { contactId: null, respondentKey: null };
  return 'key' in person
    ? { contactId: null, respondentKey: person.key }
    : { contactId: contactIds[person.contact] as string, respondentKey: null };
}

async function drawJourney(
  scope: Scope,
  personaIds: string[],
  comparedChannels: readonly string[],
): Promise<{ journeyId: string; asked: Asked[] }> {
  const teams = new Map<TeamName, string>();
  for (const name of TEAMS) teams.set(name, (await addTeam(scope, { name })).id);
  const journey = await createJourney(scope, { ...JOURNEY, personaIds });
  const founder = scope.actor.kind === 'member' ? scope.actor.userId : null;
  await editJourney(scope, { id: journey.id, ...JOURNEY_DETAILS, ownerUserId: founder });
  const idsOf = (names: readonly TeamName[] = []) => names.flatMap((name) => teams.get(name) ?? []);
  const asked: Asked[] = [
    await ask(scope, 'Relationship', journey.lineageId, RELATIONSHIP, RELATIONSHIP.voice),
  ];
  const ids = new Map<string, string>();
  for (const stage of STAGES) {
    const {
      successCriterion = '',
      target = null,
      contributors: helping = [],
    } = STAGE_DETAILS[stage.title] ?? {};
    const { id: stageId } = await addStage(scope, {
      journeyId: journey.id,
      title: stage.title,
      goal: stage.goal,
      successCriterion,
      targetMetric: target?.metric ?? null,
      targetValue: target?.value ?? null,
      ownerTeamId: teams.get(stage.owner) ?? null,
      contributorTeamIds: idsOf(helping),
    });
    for (const { title, channel, owner, moment, expectedEmotion, surveys, voice } of stage.touchpoints) {
      const ownerTeamId = teams.get(owner) ?? null;
      const { channels, askedIn, importance, contributors, ownedByFounder, ...said } =
        TOUCHPOINT_DETAILS[title] ?? {};
      const { id, lineageId } = await addTouchpoint(scope, {
        stageId,
        title,
        ...said,
        channels: [...(channels ?? [channel]), ...(title === STORY_TRIAL.touchpoint ? comparedChannels : [])],
        importanceCustomer: importance?.customer ?? null,
        importanceBusiness: importance?.business ?? null,
        importanceSource: importance?.source ?? null,
        importanceReason: importance?.reason ?? '',
        ownerTeamId,
        ownerUserId: ownedByFounder ? founder : null,
        contributorTeamIds: idsOf(contributors),
        moment,
        expectedEmotion,
      });
      ids.set(title, id);
      if (voice === null) continue;
      for (const survey of surveys) asked.push(await ask(scope, title, lineageId, survey, voice));
    }
  }
  const { surveyId } = await drawPaths(scope, journey.id, (title) => ids.get(title) ?? '');
  asked.push(await askAboutTheHandoff(scope, surveyId));
  return { journeyId: journey.id, asked };
}

/** Whoever was handed over is also asked whether anything had to be said again. */
async function askAboutTheHandoff(scope: Scope, surveyId: string): Promise<Asked> {
  const { title, draft } = await loadSurvey(scope, surveyId);
  const content: SurveyContent = {
    ...draft,
    followUps: [{ kind: 'handoff', after: ['low', 'middle', 'high'] }, ...draft.followUps],
  };
  await editDraft(scope, { id: surveyId, title, content });
  await publishSurvey(scope, { id: surveyId });
  return {
    ...{ name: 'Handoff to Field ops ces', subject: 'Handoff', survey: HANDOFF_SURVEY, content },
    ...{ voice: 'booking', surveyId, places: new Map() },
  };
}

async function ask(
  scope: Scope,
  subject: string,
  lineageId: string,
  survey: StorySurvey,
  voice: Voice,
): Promise<Asked> {
  const name = `${subject} ${survey.metric}`;
  const content = storyContent(name, survey);
  const { id } = await draftSurvey(scope, { lineageId, metric: survey.metric, content });
  await publishSurvey(scope, { id });
  return { name, subject, survey, voice, surveyId: id, content, places: new Map() };
}

async function openPlaces(scope: Scope, asked: readonly Asked[]): Promise<void> {
  const wanted = asked.flatMap((one) =>
    (Object.keys(one.survey.places) as PlacementKind[]).map((kind) => ({
      one,
      kind,
      first: firstOf(one, kind),
    })),
  );
  for (const { one, kind } of [
    ...wanted.filter(({ first }) => first),
    ...wanted.filter(({ first }) => !first),
  ]) {
    const rules = kind === 'widget' ? { rules: storyRules(one.name) } : {};
    const { id } = await openPlacement(scope, { surveyId: one.surveyId, kind, ...rules });
    const channel = TOUCHPOINT_DETAILS[one.subject]?.askedIn?.[kind];
    if (channel) await placeInChannel(scope, { id, channel });
    one.places.set(kind, id);
  }
}

/** One widget stays open, so that a visitor of the site is asked one thing and the loader stays small. */
async function closeOtherWidgets(scope: Scope, asked: readonly Asked[]): Promise<void> {
  for (const one of asked) {
    const id = one.places.get('widget');
    if (id && !firstOf(one, 'widget')) await closePlacement(scope, { id });
  }
}

function placeOf(one: Asked, kind: PlacementKind): string {
  const id = one.places.get(kind);
  if (!id) throw new Error(`${one.name} is not asked by ${kind}.`);
  return id;
}

function firstOf(one: Asked, kind: PlacementKind): boolean {
  return OPENED_FIRST.some(
    (first) => first.subject === one.subject && first.metric === one.survey.metric && first.kind === kind,
  );
}

/** The instant of an answer: by daylight, and on the last day not after now. */
function instantsOf(today: string, now: Date): (told: Pick<ToldAnswer, 'day' | 'moment'>) => Date {
  const spans = new Map<number, { start: number; length: number }>();
  for (let day = 1 - STORY_DAYS; day <= 0; day += 1) {
    const date = addDays(today, day);
    const start = instantAt(date, day === 0 ? 0 : 7, WORKSPACE.timeZone).getTime();
    const end = Math.min(instantAt(date, 22, WORKSPACE.timeZone).getTime(), now.getTime());
    spans.set(day, { start, length: Math.max(0, end - start) });
  }
  return ({ day, moment }) => {
    const { start, length } = spans.get(day) as { start: number; length: number };
    return new Date(start + Math.floor(moment * length));
  };
}

function recordingOf(
  told: ToldAnswer,
  more: ToldMore,
  who: Pick<Recording, 'contactId' | 'respondentKey'>,
  where: Pick<Recording, 'placementId' | 'day' | 'receivedAt' | 'persona'>,
): Recording {
  return {
    ...where,
    ...more,
    ...who,
    responseId: told.id,
    seq: told.words || told.comment || more.followUps ? 2 : 1,
    state: told.complete ? 'complete' : 'partial',
    score: told.score,
    words: told.words,
    comment: told.comment,
    keyHash: null,
    invitationId: null,
    attributes: null,
    source: told.place,
  };
}
