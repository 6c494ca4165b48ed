import { type AnswerTable, readTable } from '../../../response/rules/answer-table';
import { ENGLISH } from '../../../translate';
import { CHANNELS, type Channel, momentSchema } from '../../model';
import { documentSchema, type JourneyDocument } from '../../model/document';
import { BACKSTAGE_KINDS, STATEMENT_STATES, type StatementKind } from '../../model/statement';
import { EMPTY_TOUCHPOINT, TOUCHPOINT_KINDS, VISIBILITIES } from '../../model/touchpoint';
import { channelKeyOf, channelLabel, sameLabel } from '../channels';
import { csvLine, guarded, joined, parted, unguarded } from './csv-cells';
import { byName, emptyDocument, emptyPersona, emptyStage, type Named, usedOnly } from './parts';
import { type Fault, MOST_STAGES, MOST_TOUCHPOINTS, type Read, refused, type Speaks } from './read';

/** Which statements stand in which column, in the order of the columns. */
const STATEMENT_COLUMNS = {
  action: 'action',
  thought: 'thought',
  feeling: 'feeling',
  question: 'question',
  expectation: 'expectation',
  need: 'need',
  pain_points: 'pain',
  gains: 'gain',
  gaps: 'gap',
  people: 'people',
  process: 'process',
  system: 'system',
} as const satisfies Record<string, StatementKind>;
type StatementColumn = keyof typeof STATEMENT_COLUMNS;

const COLUMNS = [
  'stage_no',
  'stage',
  'stage_goal',
  'stage_owner_team',
  'touchpoint',
  'channels',
  'persona',
  ...(Object.keys(STATEMENT_COLUMNS) as StatementColumn[]),
  'emotion',
  'moment',
  'owner_team',
  'contributing_teams',
  'importance_customer',
  'importance_business',
  'kind',
  'visibility',
  'trigger',
  'promise',
  'told_next',
  'opportunities',
  'evidence_state',
] as const;
type ColumnName = (typeof COLUMNS)[number] | 'emotion_1_to_5' | 'emotion_minus_5_to_5';

/** Other names that sheets of others use. */
const ALIASES: Readonly<Record<string, ColumnName>> = {
  phase: 'stage',
  step: 'touchpoint',
  channel: 'channels',
  personas: 'persona',
  pains: 'pain_points',
  pain: 'pain_points',
  gain: 'gains',
  actions: 'action',
  thoughts: 'thought',
  feelings: 'feeling',
  owner: 'owner_team',
  department: 'owner_team',
  departments: 'owner_team',
};

type Touchpoint = JourneyDocument['touchpoints'][number];
type Statement = JourneyDocument['statements'][number];

const TEXTS = { trigger: 'trigger', promise: 'promise', told_next: 'toldNext' } as const;
const EFFECT = /^(supports|hinders): (?=.)/;

/**
 * A journey as a table of its touchpoints, for a spreadsheet. A stage without touchpoints is a row without one. What a
 * row has no place for (ways, handoffs, evidence, statements about a stage or the whole) is not in it.
 */
export function writeCsv(document: JourneyDocument): string {
  const used = usedOnly(document);
  const team = (id: string | null) => used.teams.find((one) => one.id === id)?.name ?? '';
  const personas = joined(used.personas.map(({ name }) => name));
  const lines = used.stages.flatMap((stage, index) => {
    const head = [
      String(index + 1),
      guarded(stage.title),
      guarded(stage.goal),
      guarded(team(stage.ownerTeamId)),
    ];
    const own = used.touchpoints.filter(({ stageId }) => stageId === stage.id);
    if (own.length === 0) {
      const row = [...head, '', '', personas];
      return [csvLine([...row, ...COLUMNS.slice(row.length).map(() => '')])];
    }
    return own.map((one) => {
      const said = used.statements.filter(({ touchpointId }) => touchpointId === one.id);
      const sorted = Object.values(STATEMENT_COLUMNS).map((kind) =>
        said.filter((each) => each.kind === kind),
      );
      const states = sorted.flat().map(({ state }) => state);
      return csvLine([
        ...head,
        guarded(one.title),
        joined(one.channels.map((key) => channelLabel(key, used.channels, ENGLISH))),
        personas,
        ...sorted.map((list) => joined(list.map(inCell))),
        one.expectedEmotion === null ? '' : String(one.expectedEmotion),
        one.moment ? [one.moment.polarity, one.moment.reason ?? []].flat().join('/') : '',
        guarded(team(one.ownerTeamId)),
        joined(one.contributorTeamIds.map(team).filter((name) => name !== '')),
        String(one.importanceCustomer ?? ''),
        String(one.importanceBusiness ?? ''),
        one.kind,
        one.visibility,
        ...[one.trigger, one.promise, one.toldNext].map(guarded),
        '',
        new Set(states).size === 1 ? (states[0] as string) : states.join('; '),
      ]);
    });
  });
  // The mark makes spreadsheets read it as UTF-8; our own reader takes it off.
  return `\uFEFF${[csvLine(COLUMNS), ...lines].join('\r\n')}\r\n`;
}

const inCell = ({ text, effect }: Statement): string => (effect ? `${effect}: ${text}` : text);

/**
 * Reads a table of touchpoints. The first line names the columns, in any order; only `touchpoint` has to be there.
 *
 * @param channels the workspace's own channels, by which labels are understood
 */
export function readCsv(
  text: string,
  title: string,
  channels: readonly { key: string; label: string }[],
  newId: () => string,
): Read {
  const table = readTable(text);
  if ('fault' in table) {
    const line = /line (\d+)/.exec(table.fault)?.[1];
    return refused({ line: line ? Number(line) : 1, column: null, message: table.fault });
  }
  return new Reader(table, title, channels, newId).read();
}

class Reader {
  readonly #table: AnswerTable;
  readonly #document: JourneyDocument;
  readonly #newId: () => string;
  readonly #faults: Fault[] = [];
  readonly #notes: string[] = [];
  readonly #at = new Map<ColumnName, number>();
  readonly #teams: Named<{ id: string; name: string }>;
  readonly #personas: Named<JourneyDocument['personas'][number]>;
  readonly #channels: Named<{ key: string; label: string }>;

  constructor(
    table: AnswerTable,
    title: string,
    channels: readonly { key: string; label: string }[],
    newId: () => string,
  ) {
    this.#table = table;
    this.#newId = newId;
    this.#document = emptyDocument(title, newId);
    this.#teams = byName((name) => ({ id: newId(), name }));
    this.#personas = byName((name) => emptyPersona(name, newId));
    const known = [
      ...CHANNELS.map((key: Channel) => ({ key: key as string, label: channelLabel(key, [], ENGLISH) })),
      ...channels.map(({ key, label }) => ({ key, label })),
    ];
    this.#channels = byName((name) => {
      const found = known.find(({ key, label }) => key === name.toLowerCase() || sameLabel(label, name));
      if (found) return found;
      const taken = [...known, ...this.#channels.list].map(({ key }) => key);
      return { key: channelKeyOf(name, taken), label: name.slice(0, 40).trim() };
    });
  }

  read(): Read {
    this.#nameColumns();
    if (this.#at.has('touchpoint')) for (const row of this.#table.rows) this.#readRow(row);
    const { stages, touchpoints } = this.#document;
    if (touchpoints.length > MOST_TOUCHPOINTS || stages.length > MOST_STAGES) {
      const most = MOST_TOUCHPOINTS.toLocaleString('en');
      this.#fault(1, null, `A map has at most ${most} touchpoints in ${MOST_STAGES} stages. Split the file.`);
    }
    if (this.#faults.length > 0) return refused(...this.#faults.slice(0, 100));
    const parsed = documentSchema.safeParse({
      ...this.#document,
      teams: this.#teams.list,
      personas: this.#personas.list,
      channels: this.#channels.list.filter(({ key }) => !(CHANNELS as readonly string[]).includes(key)),
    });
    if (!parsed.success) {
      return refused(
        ...parsed.error.issues
          .slice(0, 50)
          .map(({ path, message }) => this.#placed(path.map(String), message)),
      );
    }
    return { ok: true, document: usedOnly(parsed.data), speaks: this.#speaks(), notes: this.#notes };
  }

  #nameColumns(): void {
    this.#table.columns.forEach((name, index) => {
      const plain = unguarded(name)
        .toLowerCase()
        .trim()
        .replace(/[\s-]+/g, '_');
      const column = ALIASES[plain] ?? (isColumn(plain) ? plain : null);
      if (column === null) this.#notes.push(`The column “${name}” has no place on the map and is left out.`);
      else if (this.#at.has(column))
        this.#fault(1, index + 1, `The column “${column}” is there twice. Take one out.`);
      else this.#at.set(column, index);
    });
    if (!this.#at.has('touchpoint')) {
      this.#fault(1, null, 'No column is called “touchpoint”. Name the one with the touchpoints so.');
    }
    const lost = this.#at.get('opportunities');
    if (lost !== undefined && this.#table.rows.some(({ cells }) => (cells[lost] ?? '') !== '')) {
      this.#notes.push('The column “opportunities” has no place on the map and is left out.');
    }
  }

  readonly #stageByKey = new Map<string, string>();
  readonly #lineOf = new Map<string, number>();

  #readRow({ line, cells }: AnswerTable['rows'][number]): void {
    if (cells.length !== this.#table.columns.length) {
      const message = `This row has ${cells.length} cells, the first line ${this.#table.columns.length}. Put texts with a comma in double quotes.`;
      this.#fault(line, null, message);
      return;
    }
    const text = (column: ColumnName): string => unguarded(this.#cell(cells, column).trim());
    const stageId = this.#stageOf(line, text);
    for (const name of parted(this.#cell(cells, 'persona'))) this.#personas.of(name);
    const title = text('touchpoint');
    if (title === '') {
      const filled = cells.some(
        (cell, index) => cell !== '' && ![...STAGE_COLUMNS].some((one) => this.#at.get(one) === index),
      );
      if (filled) this.#fault(line, this.#column('touchpoint'), 'Name the touchpoint of this row.');
      return;
    }
    const touchpoint: Touchpoint = {
      ...EMPTY_TOUCHPOINT,
      ...{ id: this.#newId(), stageId, lineageId: this.#newId(), title },
      ...{ splitFromId: null, splitAt: null, absorbed: [] },
      channels: this.#channelsOf(cells),
      kind: this.#oneOf(line, text('kind'), 'kind', TOUCHPOINT_KINDS) ?? EMPTY_TOUCHPOINT.kind,
      visibility:
        this.#oneOf(line, text('visibility'), 'visibility', VISIBILITIES) ?? EMPTY_TOUCHPOINT.visibility,
      expectedEmotion: this.#emotionOf(line, text),
      moment: this.#momentOf(line, text('moment')),
      ownerTeamId: this.#teamOf(text('owner_team')),
      contributorTeamIds: parted(this.#cell(cells, 'contributing_teams')).map(
        (name) => this.#teams.of(name).id,
      ),
      importanceCustomer: this.#importance(line, text('importance_customer'), 'importance_customer'),
      importanceBusiness: this.#importance(line, text('importance_business'), 'importance_business'),
    };
    const weighed = touchpoint.importanceCustomer !== null || touchpoint.importanceBusiness !== null;
    touchpoint.importanceSource = weighed ? 'assumed' : null;
    for (const [column, field] of Object.entries(TEXTS)) touchpoint[field] = text(column as ColumnName);
    this.#lineOf.set(touchpoint.id, line);
    this.#document.touchpoints.push(touchpoint);
    this.#readStatements(line, cells, touchpoint.id);
  }

  #stageOf(line: number, text: (column: ColumnName) => string): string {
    const title = text('stage') || 'Untitled';
    // Numbered stages stay apart though they share a name; without numbers, rows of one name are one stage.
    const key = text('stage_no') ? `#${text('stage_no')}` : title.toLowerCase();
    const known = this.#stageByKey.get(key);
    const stage = known
      ? this.#document.stages.find(({ id }) => id === known)
      : { ...emptyStage(title, this.#newId) };
    if (!stage) throw new Error('A stage was named and is gone.');
    if (!known) {
      this.#stageByKey.set(key, stage.id);
      this.#lineOf.set(stage.id, line);
      this.#document.stages.push(stage);
    } else if (stage.title !== title && text('stage_no')) {
      this.#fault(
        line,
        this.#column('stage'),
        `Stage ${text('stage_no')} is called “${stage.title}” above. Use one name.`,
      );
    }
    stage.goal ||= text('stage_goal');
    stage.ownerTeamId ??= this.#teamOf(text('stage_owner_team'));
    return stage.id;
  }

  #readStatements(line: number, cells: string[], touchpointId: string): void {
    const found = Object.entries(STATEMENT_COLUMNS).flatMap(([column, kind]) =>
      parted(this.#cell(cells, column as StatementColumn)).map((text) => ({ kind, text })),
    );
    const states = parted(this.#cell(cells, 'evidence_state')).map((state) => state.toLowerCase());
    const known = states.filter((state) => (STATEMENT_STATES as readonly string[]).includes(state));
    if (known.length < states.length || (states.length > 1 && states.length !== found.length)) {
      const message = `Give one of ${STATEMENT_STATES.join(', ')} for all statements of the row, or one for each (${found.length}).`;
      this.#fault(line, this.#column('evidence_state'), message);
      return;
    }
    found.forEach(({ kind, text }, index) => {
      const backstage = (BACKSTAGE_KINDS as readonly string[]).includes(kind);
      const effect = backstage ? EFFECT.exec(text)?.[1] : undefined;
      this.#document.statements.push({
        ...{
          id: this.#newId(),
          stageId: null,
          touchpointId,
          kind,
          personaId: null,
          expiresOn: null,
          evidence: [],
        },
        effect: (effect as Statement['effect'] | undefined) ?? null,
        text: effect ? text.replace(EFFECT, '') : text,
        state: ((states.length === 1 ? states[0] : states[index]) ?? 'assumption') as Statement['state'],
      });
    });
  }

  #channelsOf(cells: string[]): string[] {
    const keys = parted(this.#cell(cells, 'channels')).map((name) => this.#channels.of(name).key);
    return keys.length > 0 ? [...new Set(keys)] : [...EMPTY_TOUCHPOINT.channels];
  }

  #emotionOf(line: number, text: (column: ColumnName) => string): number | null {
    for (const column of ['emotion', 'emotion_1_to_5', 'emotion_minus_5_to_5'] as const) {
      const given = text(column).replace('−', '-').replace(',', '.');
      if (given === '') continue;
      const { min, max, scaled } = EMOTION_SCALES[column];
      const value = /^[+-]?\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
      if (value >= min && value <= max) return Math.round(scaled(value) * 10) / 10 + 0;
      this.#fault(
        line,
        this.#column(column),
        `Give an emotion from ${min} to ${max}, or leave the cell empty.`,
      );
    }
    return null;
  }

  #momentOf(line: number, given: string): Touchpoint['moment'] {
    if (given === '' || /^(no|0|false|-)$/i.test(given)) return null;
    if (/^(yes|x|1|true)$/i.test(given)) return { polarity: 'both', reason: null };
    const [polarity, reason = null] = given.toLowerCase().split('/');
    const moment = momentSchema.safeParse({ polarity, reason });
    if (moment.success) return moment.data;
    const message =
      'Give build, break or both, if you like with a reason, such as both/waiting; or leave the cell empty.';
    this.#fault(line, this.#column('moment'), message);
    return null;
  }

  #importance(line: number, given: string, column: ColumnName): number | null {
    if (given === '') return null;
    if (/^[1-5]$/.test(given)) return Number(given);
    this.#fault(line, this.#column(column), 'Give a whole number from 1 to 5, or leave the cell empty.');
    return null;
  }

  #oneOf<T extends string>(line: number, given: string, column: ColumnName, legal: readonly T[]): T | null {
    if (given === '') return null;
    const found = legal.find((one) => one === given.toLowerCase());
    if (!found)
      this.#fault(line, this.#column(column), `Give one of ${legal.join(', ')}, or leave the cell empty.`);
    return found ?? null;
  }

  #teamOf(name: string): string | null {
    return name === '' ? null : this.#teams.of(name).id;
  }

  #cell(cells: string[], column: ColumnName): string {
    const index = this.#at.get(column);
    return index === undefined ? '' : (cells[index] ?? '');
  }

  #column(column: ColumnName): number | null {
    const index = this.#at.get(column);
    return index === undefined ? null : index + 1;
  }

  #fault(line: number, column: number | null, message: string): void {
    this.#faults.push({ line, column, message });
  }

  /** A fault of the document, at the row that it comes from. */
  #placed([list, index, field]: string[], message: string): Fault {
    const document = this.#document;
    const at = Number(index);
    const object =
      list === 'stages'
        ? document.stages[at]?.id
        : list === 'statements'
          ? document.statements[at]?.touchpointId
          : document.touchpoints[at]?.id;
    return {
      line: this.#lineOf.get(object ?? '') ?? 1,
      column: null,
      message: `${field ?? list}: ${message}`,
    };
  }

  #speaks(): Speaks {
    const has = (...columns: ColumnName[]) => columns.some((column) => this.#at.has(column));
    const fields: [string, boolean][] = [
      ['title', true],
      ['channels', has('channels')],
      ['kind', has('kind')],
      ['visibility', has('visibility')],
      ['expectedEmotion', has('emotion', 'emotion_1_to_5', 'emotion_minus_5_to_5')],
      ['moment', has('moment')],
      ['ownerTeamId', has('owner_team')],
      ['contributorTeamIds', has('contributing_teams')],
      ['importanceCustomer', has('importance_customer')],
      ['importanceBusiness', has('importance_business')],
      ['importanceSource', has('importance_customer', 'importance_business')],
      ...Object.entries(TEXTS).map(([column, field]): [string, boolean] => [
        field,
        has(column as ColumnName),
      ]),
    ];
    return {
      journey: [],
      stage: ['title', has('stage_goal') && 'goal', has('stage_owner_team') && 'ownerTeamId'].filter(
        (field) => field !== false,
      ),
      touchpoint: fields.filter(([, there]) => there).map(([field]) => field),
      statements: Object.entries(STATEMENT_COLUMNS).flatMap(([column, kind]) =>
        has(column as ColumnName) ? [kind] : [],
      ),
      personas: has('persona'),
      links: false,
      questions: false,
    };
  }
}

const STAGE_COLUMNS = new Set<ColumnName>(['stage_no', 'stage', 'stage_goal', 'stage_owner_team', 'persona']);

const EMOTION_SCALES = {
  emotion: { min: -2, max: 2, scaled: (value: number) => value },
  emotion_1_to_5: { min: 1, max: 5, scaled: (value: number) => value - 3 },
  emotion_minus_5_to_5: { min: -5, max: 5, scaled: (value: number) => (value * 2) / 5 },
} as const;

function isColumn(name: string): name is ColumnName {
  return (COLUMNS as readonly string[]).includes(name) || Object.hasOwn(EMOTION_SCALES, name);
}
