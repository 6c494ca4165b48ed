// @vitest-environment happy-dom
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, test } from 'vitest';
import { CHANNELS, MOMENT_POLARITIES, MOMENT_REASONS } from '../../model';
import { DOCUMENT_VERSION, type JourneyDocument } from '../../model/document';
import { LINK_KINDS } from '../../model/path';
import { EVIDENCE_KINDS, isBackstage, STATEMENT_KINDS, STATEMENT_STATES } from '../../model/statement';
import { EMPTY_TOUCHPOINT, TOUCHPOINT_KINDS, VISIBILITIES } from '../../model/touchpoint';
import { writeCanvas } from './canvas';
import { readCsv, writeCsv } from './csv';
import { readJson, writeJson } from './json';
import { readMermaid, writeMermaid } from './mermaid';
import { emptyDocument, emptyPersona, emptyStage, usedOnly, withNewIdentity } from './parts';
import type { Read } from './read';

let made = 0;
const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;

/** Words that a format could take for its own signs, or a spreadsheet for a formula. */
const HOSTILE = [
  '=HYPERLINK("http://x.example","go")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  "'=1",
  "''-x",
  'a;b',
  'a\\;b\\',
  'say "hi", then go',
  'two\nlines',
  'two\r\nlines',
  'section one',
  'Title of it',
  'journeyman',
  'accDescr',
  'a: 3: b',
  '#58; or #35;',
  '50 %% {x} %%{init: {}}%%',
  '<a href="x">y</a>',
  'style guide: #1; end',
  'ends (no data)',
  'Größe, größer 🚚',
  'supports: it',
  '```',
  '1',
  '＝1',
  '\u200bx',
];
const word = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }) },
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.length <= 80);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const tenth = fc.integer({ min: -20, max: 20 }).map((whole) => whole / 10 + 0);

/** A journey as the database would give it: in the order of the map, with every id in its place. */
const documents: fc.Arbitrary<JourneyDocument> = fc
  .record({
    title: word,
    objective: fc.oneof(fc.constant(''), word),
    teams: fc.uniqueArray(word, { maxLength: 3, selector: (name) => name.toLowerCase() }),
    personas: fc.uniqueArray(word, {
      maxLength: 3,
      selector: (name) => name.toLowerCase().replace(/\s+/g, ' '),
    }),
    own: fc.uniqueArray(
      word.filter((label) => label.length <= 40 && !label.includes('\n') && !/^\p{M}/u.test(label)),
      { maxLength: 2, selector: (label) => label.normalize('NFKC').toLowerCase() },
    ),
    stages: fc.array(
      fc.record({
        title: word,
        goal: fc.oneof(fc.constant(''), word),
        team: fc.nat(5),
        touchpoints: fc.array(
          fc.record({
            title: word,
            kind: fc.constantFrom(...TOUCHPOINT_KINDS),
            visibility: fc.constantFrom(...VISIBILITIES),
            channel: fc.nat(20),
            channels: fc.uniqueArray(fc.constantFrom(...CHANNELS), { maxLength: 3 }),
            emotion: maybe(tenth),
            moment: maybe(
              fc.record({
                polarity: fc.constantFrom(...MOMENT_POLARITIES),
                reason: maybe(fc.constantFrom(...MOMENT_REASONS)),
              }),
            ),
            team: fc.nat(5),
            helper: fc.nat(5),
            weight: maybe(fc.integer({ min: 1, max: 5 })),
            promise: fc.oneof(fc.constant(''), word),
            statements: fc.array(
              fc.record({
                kind: fc.constantFrom(...STATEMENT_KINDS),
                text: word,
                state: fc.constantFrom(...STATEMENT_STATES),
                effect: fc.constantFrom(null, 'supports' as const, 'hinders' as const),
                evidence: maybe(fc.record({ kind: fc.constantFrom(...EVIDENCE_KINDS), quote: word })),
              }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    links: fc.array(
      fc.record({ kind: fc.constantFrom(...LINK_KINDS), from: fc.nat(9), to: fc.nat(9), label: word }),
      { maxLength: 3 },
    ),
  })
  .map(({ title, objective, teams, personas, own, stages, links }) => {
    const document = emptyDocument(title, newId);
    document.journey.objective = objective;
    document.teams = teams.map((name) => ({ id: newId(), name }));
    document.personas = personas.map((name) => emptyPersona(name, newId));
    document.channels = own.map((label, index) => ({ key: `own-${index}`, label }));
    const team = (index: number) => document.teams[index]?.id ?? null;
    for (const { touchpoints, ...stage } of stages) {
      const { id } = { ...emptyStage(stage.title, newId) };
      document.stages.push({
        ...emptyStage(stage.title, newId),
        id,
        goal: stage.goal,
        ownerTeamId: team(stage.team),
      });
      for (const one of touchpoints) {
        const touchpointId = newId();
        const channels = [...one.channels, document.channels[one.channel]?.key ?? []].flat();
        document.touchpoints.push({
          ...EMPTY_TOUCHPOINT,
          ...{ id: touchpointId, stageId: id, lineageId: newId(), title: one.title, kind: one.kind },
          ...{ visibility: one.visibility, expectedEmotion: one.emotion, moment: one.moment },
          ...{
            splitFromId: null,
            splitAt: null,
            absorbed: [],
            ownerTeamId: team(one.team),
            promise: one.promise,
          },
          channels: channels.length > 0 ? channels : ['other'],
          contributorTeamIds: [team(one.helper)].filter((each) => each !== null),
          importanceCustomer: one.weight,
          importanceSource: one.weight === null ? null : 'assumed',
        });
        for (const { evidence, ...said } of one.statements) {
          document.statements.push({
            ...{ id: newId(), stageId: null, touchpointId, personaId: document.personas[0]?.id ?? null },
            ...{ ...said, effect: isBackstage(said.kind) ? said.effect : null, expiresOn: null },
            evidence: evidence
              ? [
                  {
                    ...{ id: newId(), ...evidence, stance: 'supports', method: '', gatheredOn: '2026-03-01' },
                    ...{ n: 12, link: '', placementId: null, responseId: null, expiresOn: null },
                  },
                ]
              : [],
          });
        }
      }
    }
    for (const { kind, from, to, label } of links) {
      const [a, b] = [document.touchpoints[from]?.id ?? null, document.touchpoints[to]?.id ?? null];
      if (a ?? b) document.links.push({ id: newId(), kind, fromId: a, toId: b, label, shareRatio: 0.25 });
    }
    return document;
  });

const read = (result: Read): JourneyDocument => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.document;
};
const faults = (result: Read) => {
  if (result.ok) throw new Error('This was read.');
  return result.faults;
};

describe('JSON', () => {
  test('an export is read back to the same export', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = writeJson(document);
        const back = read(readJson(text));
        expect(back).toEqual(usedOnly(document));
        expect(writeJson(back)).toBe(text);
      }),
    );
  });

  test('fresh ids keep everything but the ids, and no id of the file is left', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const fresh = withNewIdentity(document, newId);
        const old = new Set(JSON.stringify(document).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
        const kept = (JSON.stringify(fresh).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).filter((id) =>
          old.has(id),
        );
        expect(kept).toEqual([]);
        expect(canonical(fresh)).toBe(canonical(document));
      }),
    );
  });

  test('ids that point out of the file are dropped, and it is said', () => {
    const [document] = fc.sample(
      documents.filter((one) => one.touchpoints.length > 0 && one.statements.length > 0),
      1,
    );
    const foreign = '11111111-1111-4111-8111-111111111111';
    const pointing = structuredClone(document as JourneyDocument);
    pointing.journey.ownerUserId = foreign;
    const [touchpoint, statement] = [pointing.touchpoints[0], pointing.statements[0]];
    if (!touchpoint || !statement) throw new Error('The sample is empty.');
    Object.assign(touchpoint, {
      ownerUserId: foreign,
      subJourneyId: foreign,
      splitFromId: foreign,
      ownerTeamId: foreign,
    });
    Object.assign(touchpoint, {
      contributorTeamIds: [foreign],
      absorbed: [{ lineageId: foreign, absorbedAt: '2026-01-01T00:00:00Z' }],
    });
    statement.personaId = foreign;
    statement.evidence = [
      {
        ...{ id: newId(), kind: 'survey', stance: 'supports', method: '', gatheredOn: '2026-03-01', n: null },
        ...{ quote: '', link: '', placementId: foreign, responseId: foreign, expiresOn: null },
      },
    ];
    const result = readJson(writeJson(pointing));
    expect(JSON.stringify(withNewIdentity(read(result), newId))).not.toContain(foreign);
    expect(result.ok && result.notes.join(' ')).toMatch(
      /people.*1 of our answers as evidence; its statement claims no more.*merged/,
    );
  });

  test('missing keys have their defaults', () => {
    const journey = { lineageId: newId(), title: 'Small' };
    const stage = { id: newId(), title: 'One' };
    const touchpoint = { id: newId(), stageId: stage.id, lineageId: newId(), title: 'First' };
    const text = JSON.stringify({
      format: 'milepost-journey',
      version: 1,
      journey,
      stages: [stage],
      touchpoints: [touchpoint],
    });
    expect(read(readJson(text)).touchpoints[0]).toMatchObject({ ...EMPTY_TOUCHPOINT, title: 'First' });
  });

  test('what is wrong is said with its place', () => {
    const text = writeJson(emptyDocument('Small', newId));
    expect(
      faults(readJson(text.replace('"version": 1', `"version": ${DOCUMENT_VERSION + 1}`)))[0],
    ).toMatchObject({
      line: 3,
      message: expect.stringMatching(/newer Milepost.*Update/),
    });
    expect(faults(readJson('{\n  "format": "milepost-journey",\n  oops\n}'))).toEqual([
      { line: 3, column: 3, message: 'Expected a name in double quotes, but there is “o”.' },
    ]);
    expect(faults(readJson(text.replace('"title": "Small"', '"title": ""')))[0]).toMatchObject({
      line: 6,
      column: 14,
      message: 'Give a name.',
    });
    expect(faults(readJson(text.replace('"objective"', '"purpose"')))[0]?.message).toMatch(
      /“purpose” is not known/,
    );
    expect(faults(readJson(''))[0]?.message).toMatch(/no text/);
    expect(faults(readJson('[1]'))[0]?.message).toMatch(/not a journey of Milepost/);
    expect(faults(readJson('['.repeat(100_000)))[0]?.message).toMatch(/nested too deeply/);
    const dangling = text.replace(
      '"touchpoints": []',
      `"touchpoints": [{"id": "${newId()}", "stageId": "${newId()}", "lineageId": "${newId()}", "title": "x"}]`,
    );
    expect(faults(readJson(dangling))[0]?.message).toMatch(/No stage of this file has this id/);
  });

  test('junk is refused with a place, and never thrown', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.string({ maxLength: 3 }), (document, at, junk) => {
        const text = writeJson(document);
        const place = at % text.length;
        const result = readJson(text.slice(0, place) + junk + text.slice(place + 1));
        if (!result.ok)
          for (const fault of result.faults) expect(fault).toMatchObject({ line: expect.any(Number) });
      }),
    );
  });
});

describe('CSV', () => {
  test('an export is read back to the same export', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = writeCsv(document);
        const back = read(readCsv(text, document.journey.title, document.channels, newId));
        expect(writeCsv(back)).toBe(text);
        expect(back.touchpoints.map(inCsv)).toEqual(document.touchpoints.map(inCsv));
        expect(back.stages.map(({ title, goal }) => [title, goal])).toEqual(
          document.stages.map(({ title, goal }) => [title, goal]),
        );
        expect(back.personas.map(({ name }) => name)).toEqual(document.personas.map(({ name }) => name));
      }),
    );
  });

  test('no cell begins like a formula', () => {
    const document = emptyDocument('x', newId);
    document.stages.push(...HOSTILE.map((title) => emptyStage(title, newId)));
    for (const line of writeCsv(document).split('\r\n').slice(1)) {
      const cells = line.match(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)/g) ?? [];
      for (const cell of cells)
        expect(cell.replace(/^"/, '')).not.toMatch(/^(?![+-]?\d+$)[=+\-@\t\r＝＋－＠]/);
    }
  });

  test('a sheet of somebody else is read: other names and order, labels, scales, columns that nobody knows', () => {
    const text = [
      'Step;Phase;Channel;Department;emotion_1_to_5;Moment;Weather',
      'Call;Help;Phone;Support;2;yes;rain',
      'Pay;Buy;Website;Sales;5;;sun',
      'Ask;Help;Fax;;;;',
    ].join('\n');
    const result = readCsv(text, 'Sheet', [], newId);
    const document = read(result);
    expect(document.stages.map(({ title }) => title)).toEqual(['Help', 'Buy']);
    expect(document.touchpoints.map((one) => [one.title, one.channels[0], one.expectedEmotion])).toEqual([
      ['Call', 'phone', -1],
      ['Pay', 'website', 2],
      ['Ask', 'fax', null],
    ]);
    expect(document.channels).toEqual([{ key: 'fax', label: 'Fax' }]);
    expect(document.teams.map(({ name }) => name)).toEqual(['Support', 'Sales']);
    expect(result.ok && result.notes).toEqual([
      'The column “Weather” has no place on the map and is left out.',
    ]);
  });

  test('each wrong cell is named by line and column, all at once', () => {
    const text =
      'stage,touchpoint,emotion,moment,kind\nA,One,7,,\nA,,1,,\nA,Two,,maybe,\nA,Three,,,call\nA,Four\n';
    expect(faults(readCsv(text, 'x', [], newId)).map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [3, 2],
      [4, 4],
      [5, 5],
      [6, null],
    ]);
    expect(faults(readCsv('a,b\n1,2\n', 'x', [], newId))[0]?.message).toMatch(
      /No column is called “touchpoint”/,
    );
    expect(faults(readCsv(`touchpoint\n${'x'.repeat(81)}\n`, 'x', [], newId))).toEqual([
      { line: 2, column: null, message: 'title: Use at most 80 characters.' },
    ]);
  });

  test('junk is refused with a place, and never thrown', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.constantFrom('"', ',', '\n', ';', 'x'), (document, at, junk) => {
        const text = writeCsv(document);
        const place = at % text.length;
        const result = readCsv(text.slice(0, place) + junk + text.slice(place), 'x', [], newId);
        if (!result.ok) expect(result.faults.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('Mermaid', () => {
  const scores = fc.array(maybe(tenth), { maxLength: 16 });
  const measuredOf = (document: JourneyDocument, list: (number | null)[]) =>
    new Map(
      document.touchpoints.flatMap(({ id }, index) =>
        list[index] == null ? [] : [[id, list[index] as number]],
      ),
    );

  test('an export is read back to the same journey and the same export', () => {
    fc.assert(
      fc.property(documents, scores, (document, list) => {
        const measured = measuredOf(document, list);
        const text = writeMermaid(document, measured);
        const back = read(readMermaid(text, 'x', newId));
        // A diagram without tasks has nowhere to name a persona; the comment still does.
        expect(back).toEqual(usedOnly(document));
        expect(writeMermaid(back, measured)).toBe(text);
      }),
    );
  });

  test('without the comment, titles, personas and scores come back', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = diagramOf(writeMermaid(document, new Map()));
        const back = read(readMermaid(text, 'x', newId));
        expect(diagramOf(writeMermaid(back, new Map()))).toBe(text);
      }),
    );
  });

  test('Mermaid itself reads every export: the same sections, tasks, scores and actors', async () => {
    mermaid.initialize({ startOnLoad: false });
    await fc.assert(
      fc.asyncProperty(documents, scores, async (document, list) => {
        const measured = measuredOf(document, list);
        const diagram = await mermaid.mermaidAPI.getDiagramFromText(writeMermaid(document, measured));
        const db = diagram.db as unknown as {
          getSections: () => string[];
          getTasks: () => { section: string; task: string; score: number; people: string[] }[];
          getDiagramTitle: () => string;
        };
        const tasks = db.getTasks();
        expect(decoded(db.getDiagramTitle())).toBe(line(document.journey.title));
        expect(db.getSections().map(decoded)).toEqual(document.stages.map(({ title }) => line(title)));
        expect(tasks).toHaveLength(document.touchpoints.length);
        document.touchpoints.forEach(({ id, title, stageId, expectedEmotion }, index) => {
          const emotion = measured.get(id) ?? expectedEmotion;
          const task = tasks[index];
          expect(decoded(task?.task ?? '').trim()).toBe(
            emotion === null ? `${line(title)} (no data)` : line(title),
          );
          expect(task?.score).toBe(emotion === null ? 3 : Math.round((emotion + 3) * 10) / 10);
          expect(decoded(task?.section ?? '')).toBe(
            line(document.stages.find((one) => one.id === stageId)?.title ?? ''),
          );
          expect(task?.people.map(decoded).map((one) => one.trim())).toEqual(
            document.personas.map(({ name }) => line(name)),
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a changed diagram wins over the comment above it', () => {
    const document = emptyDocument('Shop', newId);
    const stage = emptyStage('Buy', newId);
    document.stages.push(stage);
    const touchpoint = (title: string, expectedEmotion: number) => ({
      ...EMPTY_TOUCHPOINT,
      ...{ id: newId(), stageId: stage.id, lineageId: newId(), title, promise: 'Fast', expectedEmotion },
      ...{ splitFromId: null, splitAt: null, absorbed: [] },
    });
    document.touchpoints.push(touchpoint('Pay', 1), touchpoint('Wait', 0), touchpoint('Old', 0));
    const text = writeMermaid(document, new Map([[document.touchpoints[0]?.id ?? '', -0.5]]))
      .replace('Wait: 3', 'Wait: 1.5: Ana')
      .replace('      Old: 3\n', '    section After\n      New: 4\n');
    const back = read(readMermaid(text, 'x', newId));
    expect(back.touchpoints.map((one) => [one.title, one.expectedEmotion, one.promise])).toEqual([
      ['Pay', 1, 'Fast'],
      ['Wait', -1.5, 'Fast'],
      ['New', 1, ''],
    ]);
    expect(back.stages.map(({ title }) => title)).toEqual(['Buy', 'After']);
    expect(back.personas.map(({ name }) => name)).toEqual(['Ana']);
  });

  test('a diagram written by hand is read, as in Mermaid’s own manual', () => {
    const text =
      '```mermaid\njourney\n  title My working day\n  accDescr { a\n b }\n  %% note\n  Wake up: n/a\n  section Go to work\n    Make tea: 5: Me\n    Do work: 1: Me, Cat,\n```\n';
    const result = readMermaid(text, 'x', newId);
    const document = read(result);
    expect(document.journey.title).toBe('My working day');
    expect(document.stages.map(({ title }) => title)).toEqual(['Untitled', 'Go to work']);
    expect(document.touchpoints.map((one) => [one.title, one.expectedEmotion])).toEqual([
      ['Wake up', null],
      ['Make tea', 2],
      ['Do work', -2],
    ]);
    expect(document.personas.map(({ name }) => name)).toEqual(['Me', 'Cat']);
    expect(result.ok && result.notes).toEqual(['A diagram says titles, personas and emotions only.']);
  });

  test('what is wrong is said with its line', () => {
    expect(faults(readMermaid('graph TD', 'x', newId))[0]).toMatchObject({ line: 1, column: 1 });
    expect(faults(readMermaid('', 'x', newId))[0]?.message).toMatch(/no diagram/);
    expect(faults(readMermaid('journey\n  section A\n  just words\n  Pay: 9\n', 'x', newId))).toEqual([
      { line: 3, column: 3, message: expect.stringMatching(/name: score/) },
      { line: 4, column: 3, message: 'The score 9 is not from 1 to 5.' },
    ]);
  });

  test('a map too long for Mermaid goes without the comment', () => {
    const document = emptyDocument('Long', newId);
    const stage = emptyStage('All', newId);
    document.stages.push(stage);
    for (let index = 0; index < 300; index += 1) {
      document.touchpoints.push({
        ...EMPTY_TOUCHPOINT,
        ...{
          id: newId(),
          stageId: stage.id,
          lineageId: newId(),
          title: `Step ${index}`,
          promise: 'x'.repeat(300),
        },
        ...{ splitFromId: null, splitAt: null, absorbed: [] },
      });
    }
    const text = writeMermaid(document, new Map());
    expect(text.length).toBeLessThan(50_000);
    expect(text).toMatch(/^journey\n/);
  });
});

describe('JSON Canvas', () => {
  test('is legal: whole numbers, unique ids, edges between nodes that are there, touchpoints inside their stage', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const scores = new Map(
          document.touchpoints.map(({ id }, index) => [id, { text: 'CES 5.8', step: index % 5 }]),
        );
        const canvas = JSON.parse(writeCanvas(document, scores)) as {
          nodes: {
            id: string;
            type: string;
            x: number;
            y: number;
            width: number;
            height: number;
            color?: string;
          }[];
          edges: { id: string; fromNode: string; toNode: string; fromSide: string; toSide: string }[];
        };
        const ids = new Set(canvas.nodes.map(({ id }) => id));
        expect(ids.size).toBe(canvas.nodes.length);
        expect(new Set(canvas.edges.map(({ id }) => id)).size).toBe(canvas.edges.length);
        for (const node of canvas.nodes) {
          expect(['group', 'text']).toContain(node.type);
          for (const size of [node.x, node.y, node.width, node.height])
            expect(Number.isInteger(size)).toBe(true);
          if (node.color !== undefined) expect(node.color).toMatch(/^[1-6]$/);
        }
        for (const edge of canvas.edges) {
          expect(ids.has(edge.fromNode) && ids.has(edge.toNode)).toBe(true);
          for (const side of [edge.fromSide, edge.toSide])
            expect(['top', 'right', 'bottom', 'left']).toContain(side);
        }
        for (const { id, stageId } of document.touchpoints) {
          const [node, group] = [id, stageId].map((wanted) => canvas.nodes.find((one) => one.id === wanted));
          if (!node || !group) throw new Error('A touchpoint or stage is missing.');
          expect(node.x >= group.x && node.x + node.width <= group.x + group.width).toBe(true);
          expect(node.y + node.height <= group.y + group.height).toBe(true);
        }
        expect(canvas.edges.filter(({ id }) => id.startsWith('order-'))).toHaveLength(
          Math.max(0, document.touchpoints.length - 1),
        );
        expect(canvas.edges.filter(({ id }) => !id.startsWith('order-'))).toHaveLength(document.links.length);
      }),
    );
  });
});

const line = (text: string) => text.replace(/\s+/g, ' ').trim();
const decoded = (text: string) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, digits) => String.fromCodePoint(Number(digits)));
const diagramOf = (text: string) => text.replace(/^%% milepost-journey .*\n/, '');
const inCsv = ({
  id: _,
  lineageId: __,
  stageId: ___,
  ownerTeamId: ____,
  contributorTeamIds: _____,
  channels: ______,
  ...said
}: JourneyDocument['touchpoints'][number]) => said;

/** A document with its ids replaced by the order in which they first occur. */
function canonical(document: JourneyDocument): string {
  const seen = new Map<string, number>();
  const { lineageId: _, ...journey } = document.journey;
  const touchpoints = document.touchpoints.map(({ lineageId: __, ...one }) => one);
  return JSON.stringify({ ...document, journey, touchpoints }).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    if (!seen.has(id)) seen.set(id, seen.size);
    return `#${seen.get(id)}`;
  });
}
