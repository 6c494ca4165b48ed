import { parse } from 'csv-parse/sync';
import { MOST_ROWS, type NewContact, newContactSchema } from '../model';

/** One line of a list that cannot be taken, with the reason; `line` counts from 1. */
export type RefusedLine = { line: number; text: string; why: string };

/** What a pasted or uploaded list holds. An address that appears twice is taken once, the later line winning. */
export type ContactList = { contacts: NewContact[]; refused: RefusedLine[]; repeated: number };

type Draft = {
  line: number;
  text: string;
  email: string;
  name: string;
  persona: string;
  attributes: Record<string, string>;
};

/**
 * Reads contacts from text: a table with a header (comma, semicolon or tab) that has an e-mail column, or plain
 * addresses, each alone or as `Name <address>`, separated by line, comma or semicolon. Columns other than email, name
 * and persona become attributes. Nothing is dropped silently: what is not taken is refused with a reason.
 *
 * @param personas the workspace's personas; a name is matched without regard to case
 */
export function readContactList(
  text: string,
  personas: readonly { id: string; name: string }[],
): ContactList {
  const clean = text.replace(/^\uFEFF/, '');
  const table = readTable(clean);
  const drafts = table ?? readAddresses(clean);
  if (!Array.isArray(drafts)) return { contacts: [], refused: [drafts], repeated: 0 };
  if (drafts.length > MOST_ROWS) {
    const why = `This list has ${drafts.length} lines. Split it: at most ${MOST_ROWS} at a time.`;
    return { contacts: [], refused: [{ line: MOST_ROWS + 1, text: '', why }], repeated: 0 };
  }
  const byName = new Map(personas.map((persona) => [persona.name.toLowerCase(), persona.id]));
  const taken = new Map<string, NewContact>();
  const refused: RefusedLine[] = [];
  let repeated = 0;
  for (const draft of drafts) {
    const personaId = draft.persona === '' ? null : (byName.get(draft.persona.toLowerCase()) ?? undefined);
    if (personaId === undefined) {
      refused.push({ line: draft.line, text: draft.text, why: `There is no persona “${draft.persona}”.` });
      continue;
    }
    const { email, name, attributes } = draft;
    const read = newContactSchema.safeParse({ email, name, personaId, attributes });
    if (!read.success) {
      refused.push({
        line: draft.line,
        text: draft.text,
        why: read.error.issues[0]?.message ?? 'Not readable.',
      });
      continue;
    }
    if (taken.has(read.data.email)) repeated += 1;
    taken.set(read.data.email, read.data);
  }
  return { contacts: [...taken.values()], refused, repeated };
}

const EMAIL_HEADERS = ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'e-mail-adresse'];

/** The rows of a table; null where the text has no header with an e-mail column; one refusal where it is broken. */
function readTable(text: string): Draft[] | RefusedLine | null {
  const header = text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].find((candidate) => emailColumn(header.split(candidate)) >= 0);
  if (!delimiter) return null;
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    const at = (error as { lines?: number }).lines ?? 1;
    return { line: at, text: '', why: `The table is broken here: ${(error as Error).message}` };
  }
  const columns = (records[0]?.record ?? []).map((name) => name.trim());
  const at = emailColumn(columns);
  const lower = columns.map((name) => name.toLowerCase());
  const nameAt = lower.indexOf('name');
  const personaAt = lower.indexOf('persona');
  return records.slice(1).map(({ record, info }) => ({
    line: info.lines,
    text: record.join(delimiter).slice(0, 200),
    email: record[at] ?? '',
    name: nameAt < 0 ? '' : (record[nameAt] ?? ''),
    persona: personaAt < 0 ? '' : (record[personaAt] ?? ''),
    attributes: Object.fromEntries(
      columns.flatMap((column, index) => {
        const value = record[index] ?? '';
        return [at, nameAt, personaAt].includes(index) || column === '' || value === ''
          ? []
          : [[column, value]];
      }),
    ),
  }));
}

function emailColumn(columns: string[]): number {
  return columns.findIndex((name) => EMAIL_HEADERS.includes(name.replaceAll('"', '').trim().toLowerCase()));
}

function readAddresses(text: string): Draft[] {
  return text.split(/\r\n|\r|\n/).flatMap((whole, index) =>
    whole.split(/[,;]/).flatMap((part) => {
      const entry = part.trim();
      if (entry === '') return [];
      const named = /^(.*?)<([^<>]*)>$/.exec(entry);
      return [
        {
          line: index + 1,
          text: entry.slice(0, 200),
          email: named ? (named[2] as string) : entry,
          name: named ? (named[1] as string).trim().replace(/^"(.*)"$/, '$1') : '',
          persona: '',
          attributes: {},
        },
      ];
    }),
  );
}
