import { CHANNELS } from '../../model';
import { documentSchema, type JourneyDocument } from '../../model/document';
import { sameLabel } from '../channels';
import { withoutMissingAnswers } from './own-answers';

/**
 * The document as it is written: with only those teams and channels that something in it names, and with its keys in one
 * order, so that equal journeys are equal texts.
 */
export function usedOnly(document: JourneyDocument): JourneyDocument {
  const teams = new Set(
    [...document.stages, ...document.touchpoints].flatMap((one) => [
      one.ownerTeamId,
      ...one.contributorTeamIds,
    ]),
  );
  const channels = new Set(document.touchpoints.flatMap((one) => one.channels));
  return documentSchema.parse({
    ...document,
    teams: document.teams.filter(({ id }) => teams.has(id)),
    channels: document.channels.filter(
      ({ key }) => channels.has(key) && !(CHANNELS as readonly string[]).includes(key),
    ),
  });
}

/**
 * What a file says that a map of its own cannot take over, because it belongs to where the file was made: people, other
 * journeys, answers.
 */
export function leftBehind(document: JourneyDocument): string[] {
  const { touchpoints, statements, handoffs, journey } = document;
  const people = touchpoints.filter((one) => one.ownerUserId).length + (journey.ownerUserId ? 1 : 0);
  const own = statements.flatMap((one) => one.evidence).filter((one) => one.responseId).length;
  const merged = touchpoints.filter((one) => one.absorbed.length > 0).length;
  const parts = touchpoints.filter((one) => one.subJourneyId).length;
  const asked = handoffs.filter((one) => one.lineageId).length;
  return [
    people > 0 && `${people} ${people === 1 ? 'owner who is a person' : 'owners who are people'}`,
    own > 0 &&
      `${own} of our answers as evidence; ${own === 1 ? 'its statement claims' : 'their statements claim'} no more than the rest carries`,
    merged > 0 && `answers of touchpoints that were merged (${merged})`,
    parts > 0 &&
      `links to ${parts === 1 ? 'a journey' : 'journeys'} that ${parts} touchpoints are shown in full by`,
    asked > 0 && `questions about ${asked} ${asked === 1 ? 'handoff' : 'handoffs'}`,
  ].filter((one): one is string => one !== false);
}

/**
 * The same journey with new ids throughout. Whatever an id of the file pointed at outside of the file is gone
 * afterwards, so that a file can never point into a workspace; what only answers carried is claimed no longer.
 *
 * @param newId gives an id that nobody has
 */
export function withNewIdentity(document: JourneyDocument, newId: () => string): JourneyDocument {
  const fresh = new Map<string, string>();
  /** The new id of an object of the file. */
  const of = (id: string): string => {
    const known = fresh.get(id);
    if (known !== undefined) return known;
    const made = newId();
    fresh.set(id, made);
    return made;
  };
  const among = (list: readonly { id: string }[]) => {
    const ids = new Set(list.map(({ id }) => id));
    return (id: string | null): string | null => (id !== null && ids.has(id) ? of(id) : null);
  };
  const team = among(document.teams);
  const persona = among(document.personas);
  const stage = among(document.stages);
  const touchpoint = among(document.touchpoints);
  const teams = (ids: readonly string[]) => ids.map(team).filter((id): id is string => id !== null);
  return {
    ...document,
    journey: { ...document.journey, lineageId: newId(), ownerUserId: null },
    teams: document.teams.map((one) => ({ ...one, id: of(one.id) })),
    personas: document.personas.map((one) => ({ ...one, id: of(one.id) })),
    stages: document.stages.map((one) => ({
      ...one,
      id: of(one.id),
      ownerTeamId: team(one.ownerTeamId),
      contributorTeamIds: teams(one.contributorTeamIds),
    })),
    touchpoints: document.touchpoints.map((one) => ({
      ...one,
      id: of(one.id),
      stageId: of(one.stageId),
      lineageId: newId(),
      splitFromId: null,
      splitAt: null,
      absorbed: [],
      subJourneyId: null,
      ownerTeamId: team(one.ownerTeamId),
      ownerUserId: null,
      contributorTeamIds: teams(one.contributorTeamIds),
    })),
    statements: document.statements
      .map((said) => withoutMissingAnswers(said))
      .map((one) => ({
        ...one,
        id: newId(),
        stageId: stage(one.stageId),
        touchpointId: touchpoint(one.touchpointId),
        personaId: persona(one.personaId),
        evidence: one.evidence.map((piece) => ({
          ...piece,
          id: newId(),
          placementId: null,
          responseId: null,
        })),
      })),
    links: document.links.map((one) => ({
      ...one,
      id: newId(),
      fromId: touchpoint(one.fromId),
      toId: touchpoint(one.toId),
    })),
    handoffs: document.handoffs.map((one) => ({
      ...one,
      id: newId(),
      fromId: of(one.fromId),
      toId: of(one.toId),
      lineageId: null,
    })),
    researchQuestions: document.researchQuestions.map((one) => ({ ...one, id: newId() })),
  };
}

/** An empty journey, to be filled by what a text says. */
export function emptyDocument(title: string, newId: () => string): JourneyDocument {
  return {
    format: 'milepost-journey',
    version: 1,
    journey: {
      lineageId: newId(),
      title,
      objective: '',
      startTrigger: '',
      endOutcome: '',
      state: 'as_is',
      ownerUserId: null,
      reviewCadenceDays: null,
      outcomes: [],
    },
    teams: [],
    channels: [],
    personas: [],
    stages: [],
    touchpoints: [],
    statements: [],
    links: [],
    handoffs: [],
    researchQuestions: [],
  };
}

type Stage = JourneyDocument['stages'][number];
type Persona = JourneyDocument['personas'][number];

export function emptyStage(title: string, newId: () => string): Stage {
  return {
    id: newId(),
    title,
    goal: '',
    successCriterion: '',
    targetMetric: null,
    targetValue: null,
    ownerTeamId: null,
    contributorTeamIds: [],
  };
}

export function emptyPersona(name: string, newId: () => string): Persona {
  return {
    ...{ id: newId(), name, summary: '', role: '' },
    ...{ goals: '', needs: '', expectations: '', preferences: '', quote: '' },
  };
}

/** Objects by name: one of a name is made once. Upper and lower case are the same. */
export type Named<T> = { of: (name: string) => T; list: T[] };

export function byName<T>(make: (name: string) => T): Named<T> {
  const made = new Map<string, T>();
  const list: T[] = [];
  return {
    list,
    of: (name) => {
      const key = name.toLowerCase();
      const known = made.get(key);
      if (known !== undefined) return known;
      const one = make(name);
      made.set(key, one);
      list.push(one);
      return one;
    },
  };
}

/** The document with the workspace's own teams, personas and channels where they have the names that the file gives. */
export function withKnownNames(
  document: JourneyDocument,
  known: {
    teams: readonly { id: string; name: string }[];
    personas: readonly { id: string; name: string }[];
    channels: readonly { key: string; label: string }[];
  },
): JourneyDocument {
  const idsOf = (
    list: readonly { id: string; name: string }[],
    own: readonly { id: string; name: string }[],
  ) => {
    const ids = new Map(own.map(({ id, name }) => [name, id]));
    return new Map(list.map(({ id, name }) => [id, ids.get(name) ?? id]));
  };
  const teams = idsOf(document.teams, known.teams);
  const personas = idsOf(document.personas, known.personas);
  const keys = new Map(
    document.channels.map(({ key, label }) => [
      key,
      known.channels.find((one) => sameLabel(one.label, label))?.key ?? key,
    ]),
  );
  const team = (id: string | null) => (id === null ? null : (teams.get(id) ?? null));
  const list = (ids: readonly string[]) => ids.flatMap((id) => team(id) ?? []);
  const owned = <T extends { ownerTeamId: string | null; contributorTeamIds: string[] }>(one: T): T => ({
    ...one,
    ownerTeamId: team(one.ownerTeamId),
    contributorTeamIds: list(one.contributorTeamIds),
  });
  return {
    ...document,
    personas: document.personas.map((one) => ({ ...one, id: personas.get(one.id) ?? one.id })),
    stages: document.stages.map(owned),
    touchpoints: document.touchpoints.map((one) => ({
      ...owned(one),
      channels: one.channels.map((key) => keys.get(key) ?? key),
    })),
    statements: document.statements.map((one) => ({
      ...one,
      personaId: one.personaId === null ? null : (personas.get(one.personaId) ?? null),
    })),
  };
}
