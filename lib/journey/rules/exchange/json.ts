import {
  DOCUMENT_FORMAT,
  DOCUMENT_VERSION,
  documentSchema,
  type JourneyDocument,
} from '../../model/document';
import { STATEMENT_KINDS } from '../../model/statement';
import { EMPTY_TOUCHPOINT } from '../../model/touchpoint';
import { type JsonPlaces, jsonPlaces } from './json-places';
import { leftBehind, usedOnly } from './parts';
import { type Fault, placeOf, type Read, refused, type Speaks } from './read';

const MOST_FAULTS = 50;

/** A document speaks of everything. */
export const EVERYTHING: Speaks = {
  journey: ['title', 'objective', 'startTrigger', 'endOutcome', 'state', 'reviewCadenceDays', 'outcomes'],
  stage: [
    'title',
    'goal',
    'successCriterion',
    'targetMetric',
    'targetValue',
    'ownerTeamId',
    'contributorTeamIds',
  ],
  touchpoint: ['title', ...Object.keys(EMPTY_TOUCHPOINT)],
  statements: STATEMENT_KINDS,
  personas: true,
  links: true,
  questions: true,
};

/** A journey as our own JSON. It holds no answers and no quotes of them. */
export function writeJson(document: JourneyDocument): string {
  return `${JSON.stringify(usedOnly(document), null, 2)}\n`;
}

/** Reads our own JSON. What is missing has its default; what this version does not know is refused by name. */
export function readJson(text: string): Read {
  const plain = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return refused(brokenAt(plain));
  }
  const stranger = strangerOf(value, plain);
  if (stranger) return refused(stranger);
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) {
    const places = jsonPlaces(plain);
    const faults = parsed.error.issues.flatMap((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : null;
      const path = issue.path.map(String);
      if (!keys) return [faultAt(plain, places, path, issue.message)];
      return keys.map((key) =>
        faultAt(
          plain,
          places,
          [...path, key],
          `“${key}” is not known here. Take it out, or correct its name.`,
        ),
      );
    });
    return refused(...faults.slice(0, MOST_FAULTS));
  }
  const wrong = [...unstorable(parsed.data), ...wrongReferences(parsed.data)];
  if (wrong.length > 0) {
    const places = jsonPlaces(plain);
    return refused(
      ...wrong.slice(0, MOST_FAULTS).map(({ path, message }) => faultAt(plain, places, path, message)),
    );
  }
  const left = leftBehind(parsed.data);
  return {
    ok: true,
    document: parsed.data,
    speaks: EVERYTHING,
    notes: left.map((what) => `Not taken over: ${what}.`),
  };
}

function brokenAt(text: string): Fault {
  if (text.trim() === '')
    return { line: 1, column: 1, message: 'There is no text. Choose a file, or paste one.' };
  const places = jsonPlaces(text);
  if ('fault' in places) return { ...placeOf(text, places.fault.offset), message: places.fault.message };
  return { line: 1, column: null, message: 'This is not JSON.' };
}

function strangerOf(value: unknown, text: string): Fault | null {
  const at = (key: string): { line: number; column: number } => {
    const places = jsonPlaces(text);
    return placeOf(text, 'at' in places ? (places.at.get(key) ?? 0) : 0);
  };
  const { format, version } = (value ?? {}) as Record<string, unknown>;
  if (value === null || typeof value !== 'object' || Array.isArray(value) || format !== DOCUMENT_FORMAT) {
    return {
      ...at('format'),
      message: `This is JSON, but not a journey of Milepost: it has to begin with "format": "${DOCUMENT_FORMAT}".`,
    };
  }
  if (typeof version === 'number' && version > DOCUMENT_VERSION) {
    return {
      ...at('version'),
      message: `This file was made by a newer Milepost: its format is ${version}, this one reads up to ${DOCUMENT_VERSION}. Update this Milepost, then import it again.`,
    };
  }
  return null;
}

function faultAt(text: string, places: JsonPlaces, path: readonly string[], message: string): Fault {
  if ('fault' in places) return { line: 1, column: null, message };
  // Something that is missing has no place of its own: what it is missing from has.
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = places.at.get(path.slice(0, length).join('.'));
    if (offset !== undefined) {
      const missing = path.length > length ? `${path.slice(length).join('.')}: ` : '';
      return { ...placeOf(text, offset), message: missing + message };
    }
  }
  return { line: 1, column: null, message };
}

type Wrong = { path: string[]; message: string };

/** Neither NUL nor half of a pair of surrogates: both are lost on the way through UTF-8 or refused by the database. */
const isStorable = (text: string) => !text.includes('\0') && Buffer.from(text).toString() === text;

/** Texts that an escape such as \u0000 hides from whoever checks the file as it came. */
function unstorable(value: unknown, path: string[] = []): Wrong[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ path, message: 'Remove the NUL or broken characters.' }];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => unstorable(item, [...path, key]));
}

/** Ids that are used twice, or that name nothing in the document. */
function wrongReferences(document: JourneyDocument): Wrong[] {
  const wrong: Wrong[] = [];
  const lists = ['teams', 'personas', 'stages', 'touchpoints', 'statements', 'links', 'handoffs'] as const;
  for (const list of lists) {
    const seen = new Set<string>();
    document[list].forEach(({ id }, index) => {
      if (seen.has(id)) wrong.push({ path: [list, String(index), 'id'], message: 'This id is used twice.' });
      seen.add(id);
    });
  }
  const stages = new Set(document.stages.map(({ id }) => id));
  const touchpoints = new Set(document.touchpoints.map(({ id }) => id));
  const needs = (path: string[], id: string | null, known: ReadonlySet<string>, what: string) => {
    if (id !== null && !known.has(id))
      wrong.push({ path, message: `No ${what} of this file has this id. Add it, or correct the id.` });
  };
  const at = (list: string, index: number, field: string) => [list, String(index), field];
  document.touchpoints.forEach((one, index) => {
    needs(at('touchpoints', index, 'stageId'), one.stageId, stages, 'stage');
  });
  document.statements.forEach((one, index) => {
    needs(at('statements', index, 'stageId'), one.stageId, stages, 'stage');
    needs(at('statements', index, 'touchpointId'), one.touchpointId, touchpoints, 'touchpoint');
  });
  const pairs = new Set<string>();
  for (const list of ['links', 'handoffs'] as const) {
    document[list].forEach((one, index) => {
      needs(at(list, index, 'fromId'), one.fromId, touchpoints, 'touchpoint');
      needs(at(list, index, 'toId'), one.toId, touchpoints, 'touchpoint');
      const pair = `${one.fromId} ${one.toId}`;
      if (list === 'handoffs' && pairs.has(pair))
        wrong.push({ path: at(list, index, 'id'), message: 'These two touchpoints have a handoff already.' });
      if (list === 'handoffs') pairs.add(pair);
    });
  }
  document.links.forEach((one, index) => {
    if (one.fromId === null && one.toId === null)
      wrong.push({
        path: at('links', index, 'fromId'),
        message: 'A way needs at least one end in the journey.',
      });
  });
  return wrong;
}
