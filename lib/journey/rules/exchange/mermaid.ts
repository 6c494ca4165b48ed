import { documentSchema, type JourneyDocument } from '../../model/document';
import { EMPTY_TOUCHPOINT } from '../../model/touchpoint';
import { EVERYTHING, readJson } from './json';
import { byName, emptyDocument, emptyPersona, emptyStage, usedOnly } from './parts';
import { type Fault, MOST_STAGES, MOST_TOUCHPOINTS, type Read, refused, type Speaks } from './read';

/** Mermaid refuses longer texts unless it is configured otherwise. */
const LONGEST = 50_000;
const NO_DATA = ' (no data)';
const BLOCK = '%% milepost-journey ';

type Touchpoint = JourneyDocument['touchpoints'][number];

/**
 * A journey as a Mermaid `journey` diagram: sections are stages, tasks touchpoints, actors personas, and a score is the
 * emotion +3 (1 to 5), measured where that may be shown and else expected. What the diagram has no words for stands in
 * a comment above it, from which `readMermaid` restores it; a map too long for Mermaid's limit goes without.
 *
 * @param measured per touchpoint the measured mean emotion, −2…2; only where it may be shown
 */
export function writeMermaid(document: JourneyDocument, measured: ReadonlyMap<string, number>): string {
  const used = usedOnly(document);
  const lines = ['journey', `    title ${escaped(used.journey.title)}`];
  const actors = actorsOf(used);
  for (const stage of used.stages) {
    lines.push(`    section ${escaped(stage.title)}`);
    for (const one of used.touchpoints.filter(({ stageId }) => stageId === stage.id)) {
      const emotion = measured.get(one.id) ?? one.expectedEmotion;
      lines.push(`      ${taskOf(one.title, emotion)}${actors === '' ? '' : `: ${actors}`}`);
    }
  }
  const diagram = `${lines.join('\n')}\n`;
  const block = JSON.stringify({
    scores: used.touchpoints.map(({ id, expectedEmotion }) =>
      drawnScore(measured.get(id) ?? expectedEmotion),
    ),
    document: { ...used, touchpoints: used.touchpoints.map(withoutUsual) },
  });
  // Percent signs could make directives, which Mermaid looks for everywhere.
  const whole = `${BLOCK}${block.replaceAll('%', '\\u0025')}\n${diagram}`;
  return whole.length <= LONGEST ? whole : diagram;
}

/** What a diagram alone says, without the comment above it. */
const DIAGRAM: Speaks = {
  journey: ['title'],
  stage: ['title'],
  touchpoint: ['title', 'expectedEmotion'],
  statements: [],
  personas: true,
  links: false,
  questions: false,
};

/**
 * Reads a Mermaid `journey`, written by hand or by `writeMermaid`. With our comment above it, what was changed in the
 * diagram wins over the comment, and what is no longer in the diagram is left out.
 */
export function readMermaid(text: string, title: string, newId: () => string): Read {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if (parsed.faults.length > 0) return refused(...parsed.faults.slice(0, 100));
  const restored = parsed.block === null ? null : keptIn(parsed.block);
  const notes =
    parsed.block !== null && restored === null
      ? ['The comment above the diagram cannot be read. Only what the diagram says is taken over.']
      : [];
  const document = restored
    ? merged(restored.read.document, restored.scores, parsed, newId)
    : drawn(parsed, parsed.title ?? title, newId);
  const checked = documentSchema.safeParse(document);
  if (!checked.success) {
    return refused(
      ...checked.error.issues.slice(0, 50).map(({ path, message }): Fault => {
        const [list, index] = path.map(String);
        const lines = list === 'stages' ? parsed.sections : parsed.tasks;
        return { line: lines[Number(index)]?.line ?? 1, column: null, message };
      }),
    );
  }
  return {
    ok: true,
    document: checked.data,
    speaks: restored ? EVERYTHING : DIAGRAM,
    notes: [
      ...notes,
      ...(restored?.read.notes ?? []),
      ...(restored ? [] : ['A diagram says titles, personas and emotions only.']),
    ],
  };
}

/** What the comment above a diagram keeps; null where it is broken. */
function keptIn(block: string): { read: Extract<Read, { ok: true }>; scores: unknown[] } | null {
  try {
    const kept = JSON.parse(block) as { document?: unknown; scores?: unknown } | null;
    const read = readJson(JSON.stringify(kept?.document ?? null));
    return read.ok ? { read, scores: Array.isArray(kept?.scores) ? kept.scores : [] } : null;
  } catch {
    return null;
  }
}

type Section = { name: string; line: number };
type Task = { name: string; emotion: number | null; actors: string[]; section: number; line: number };
type Diagram = {
  title: string | null;
  sections: Section[];
  tasks: Task[];
  block: string | null;
  faults: Fault[];
};

function parse(text: string): Diagram {
  const found: Diagram = { title: null, sections: [], tasks: [], block: null, faults: [] };
  let begun = false;
  let described = false;
  const fault = (line: number, column: number, message: string) =>
    found.faults.push({ line, column, message });
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const [line, column] = [index + 1, raw.length - raw.trimStart().length + 1];
    const said = raw.trim();
    if (described) {
      described = !said.includes('}');
      continue;
    }
    if (said.startsWith(BLOCK)) found.block ??= said.slice(BLOCK.length);
    if (said === '' || said.startsWith('%%') || /^```\w*$/.test(said)) continue;
    if (!begun) {
      begun = /^journey\b/i.test(said);
      if (!begun) {
        fault(line, column, 'A journey diagram begins with the line “journey”.');
        return found;
      }
      continue;
    }
    if (/^acc(Title|Descr)\s*:/i.test(said)) continue;
    if (/^accDescr\s*\{/i.test(said)) {
      described = !said.includes('}');
      continue;
    }
    const [, keyword, rest] = /^(title|section)\s+(.*)$/i.exec(said) ?? [];
    if (keyword?.toLowerCase() === 'title') found.title = unescaped(rest as string);
    else if (keyword) found.sections.push({ name: unescaped(rest as string), line });
    else {
      const task = taskIn(said);
      if (typeof task === 'string') fault(line, column, task);
      else found.tasks.push({ ...task, section: found.sections.length - 1, line });
    }
  }
  if (!begun) fault(1, 1, 'There is no diagram. Its first line has to be “journey”.');
  if (found.tasks.length > MOST_TOUCHPOINTS || found.sections.length >= MOST_STAGES) {
    const most = MOST_TOUCHPOINTS.toLocaleString('en');
    fault(1, 1, `A map has at most ${most} touchpoints in ${MOST_STAGES} stages. Split the diagram.`);
  }
  return found;
}

function taskIn(said: string): Omit<Task, 'section' | 'line'> | string {
  const [name = '', score, actors] = said.split(':');
  if (score === undefined)
    return 'A task is written as “name: score: persona, persona”, with a score from 1 to 5.';
  if (name.trim() === '') return 'Give the task a name in front of the colon.';
  const nameless = name.trimEnd();
  const plain = unescaped(nameless.endsWith(NO_DATA) ? nameless.slice(0, -NO_DATA.length) : nameless);
  const given = score.trim();
  const value = /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : null;
  if (value !== null && (value < 1 || value > 5)) return `The score ${given} is not from 1 to 5.`;
  // Without a number there is no score: Mermaid itself draws nothing there.
  const none = value === null || nameless.endsWith(NO_DATA);
  return {
    name: plain,
    emotion: none ? null : Math.round((value - 3) * 10) / 10 + 0,
    actors: (actors ?? '')
      .split(',')
      .map(unescaped)
      .filter((actor) => actor !== ''),
  };
}

/** A journey of nothing but the diagram. */
function drawn(diagram: Diagram, title: string, newId: () => string): JourneyDocument {
  const document = emptyDocument(title, newId);
  const personas = byName((name) => emptyPersona(name, newId));
  const stages = diagram.sections.map(({ name }) => emptyStage(name, newId));
  const first = diagram.tasks.some(({ section }) => section < 0) ? emptyStage('Untitled', newId) : null;
  return {
    ...document,
    stages: [...(first ? [first] : []), ...stages],
    touchpoints: diagram.tasks.map((task) => {
      task.actors.map(personas.of);
      return newTouchpoint(task, (stages[task.section] ?? first)?.id ?? '', newId);
    }),
    personas: personas.list,
  };
}

/** The journey of the comment, as the diagram below it now has it. */
function merged(
  kept: JourneyDocument,
  scores: readonly unknown[],
  diagram: Diagram,
  newId: () => string,
): JourneyDocument {
  const stageOf = takeByName(kept.stages, ({ title }) => shownAs(title));
  const stages = diagram.sections.map(({ name }) => {
    const known = stageOf(shownAs(name));
    return known ?? emptyStage(name, newId);
  });
  const first = diagram.tasks.some(({ section }) => section < 0) ? emptyStage('Untitled', newId) : null;
  const touchpointOf = takeByName([...kept.touchpoints.entries()], ([, { title }]) => shownAs(title));
  const shownActors = kept.personas.map(({ name }) => shownAs(name));
  const touchpoints = diagram.tasks.map((task) => {
    const stageId = (stages[task.section] ?? first)?.id ?? '';
    const known = touchpointOf(shownAs(task.name));
    if (!known) return newTouchpoint(task, stageId, newId);
    const [place, touchpoint] = known;
    // A score that is still as it was drawn may be a measured one: the team's own guess stands in the comment.
    const redrawn = drawnScore(task.emotion) !== scores[place];
    return { ...touchpoint, stageId, ...(redrawn ? { expectedEmotion: task.emotion } : {}) };
  });
  const named = new Set(diagram.tasks.flatMap(({ actors }) => actors.map(shownAs)));
  const added = byName((name) => emptyPersona(name, newId));
  for (const name of diagram.tasks.flatMap(({ actors }) => actors)) {
    if (!shownActors.includes(shownAs(name))) added.of(name);
  }
  const ids = new Set(touchpoints.map(({ id }) => id));
  const stageIds = new Set(stages.map(({ id }) => id));
  const has = (id: string | null) => id === null || ids.has(id);
  return {
    ...kept,
    journey: {
      ...kept.journey,
      title:
        diagram.title === null || diagram.title === shownAs(kept.journey.title)
          ? kept.journey.title
          : diagram.title,
    },
    stages: [...(first ? [first] : []), ...stages],
    touchpoints,
    // A diagram without tasks names no personas, which does not take them away.
    personas: [
      ...kept.personas.filter(({ name }) => touchpoints.length === 0 || named.has(shownAs(name))),
      ...added.list,
    ],
    statements: kept.statements.filter(
      (one) => has(one.touchpointId) && (one.stageId === null || stageIds.has(one.stageId)),
    ),
    links: kept.links.filter(({ fromId, toId }) => has(fromId) && has(toId)),
    handoffs: kept.handoffs.filter(({ fromId, toId }) => has(fromId) && has(toId)),
  };
}

/** Hands out the objects of a name one after the other, each once; null when none is left. */
function takeByName<T>(list: readonly T[], nameOf: (one: T) => string): (name: string) => T | null {
  const left = new Map<string, T[]>();
  for (const one of list) left.set(nameOf(one), [...(left.get(nameOf(one)) ?? []), one]);
  return (name) => left.get(name)?.shift() ?? null;
}

function newTouchpoint(task: Task, stageId: string, newId: () => string): Touchpoint {
  return {
    ...EMPTY_TOUCHPOINT,
    ...{ id: newId(), stageId, lineageId: newId(), title: task.name, expectedEmotion: task.emotion },
    ...{ splitFromId: null, splitAt: null, absorbed: [] },
  };
}

function taskOf(title: string, emotion: number | null): string {
  const name = escaped(title).replace(/\(no data\)$/, '(no data#41;');
  const score = drawnScore(emotion);
  return score === null ? `${name}${NO_DATA}: 3` : `${name}: ${score}`;
}

/** An emotion of −2…2 as a score of 1…5 with one decimal. */
const drawnScore = (emotion: number | null): number | null =>
  emotion === null ? null : Math.round((emotion + 3) * 10) / 10;

const actorsOf = (document: JourneyDocument): string =>
  document.personas.map(({ name }) => escaped(name)).join(', ');

/** A text on one line, without blanks at its ends, as the diagram shows it. */
const shownAs = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the lexer takes for its own signs, and what Mermaid treats as markup or the begin of a directive. */
const OWN_SIGNS = /[:;#,<>%]/g;
const OWN_WORDS = /^(journey|title|section|acc)/i;

function escaped(text: string): string {
  const plain = shownAs(text).replace(OWN_SIGNS, code);
  return OWN_WORDS.test(plain) ? code(plain.charAt(0)) + plain.slice(1) : plain;
}

const code = (sign: string): string => `#${sign.charCodeAt(0)};`;

const unescaped = (text: string): string =>
  shownAs(
    text.replace(/#(\d{1,6});/g, (all, digits) =>
      Number(digits) <= 0x10ffff ? String.fromCodePoint(Number(digits)) : all,
    ),
  );

/** A touchpoint without the fields that nobody filled in; reading puts their defaults back. */
function withoutUsual(touchpoint: Touchpoint): Partial<Touchpoint> {
  const usual = EMPTY_TOUCHPOINT as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(touchpoint).filter(([key, value]) => JSON.stringify(usual[key]) !== JSON.stringify(value)),
  );
}
