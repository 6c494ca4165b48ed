import { isDay } from '../../clock';
import { emailSchema } from '../../identity/model';
import { type AnswerTable, summarize } from '../../response/rules/answer-table';
import type { Outcome, OutcomeColumn, OutcomePlan, RefusedRow } from '../model';

/** What a file holds, read by a plan. */
export type OutcomeFile = { outcomes: Outcome[]; refused: RefusedRow[] };

/**
 * Reads outcomes off a table: from columns that hold a day of their own (left on, renewed on) and from columns that say
 * what happened on the day of the row. A cell that is empty says nothing; of two rows about the same person, kind and
 * day the later counts. `fault` is what is missing from the plan, for the person who made it.
 */
export function readOutcomes(table: AnswerTable, plan: OutcomePlan): OutcomeFile | { fault: string } {
  const at = (use: OutcomeColumn) => plan.columns.indexOf(use);
  const person = at('person');
  if (person < 0) return { fault: 'Say which column is the person.' };
  const uses = plan.columns.flatMap((use, index) =>
    use === 'leave' || use === 'person' ? [] : [{ use, index }],
  );
  if (!uses.some(({ use }) => use !== 'day' && use !== 'amount')) {
    return { fault: 'Use at least one column as an outcome.' };
  }
  const day = at('day');
  const dated = uses.filter(({ use }) => use !== 'leftOn' && use !== 'renewedOn' && use !== 'day');
  if (dated.length > 0 && day < 0) return { fault: 'Say which column is the day.' };
  if ((at('amount') >= 0 && at('kind') < 0) || twice(plan.columns)) {
    return { fault: 'Use each kind of column once, and an amount only with what happened.' };
  }
  const outcomes = new Map<string, Outcome>();
  const refused: RefusedRow[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (index: number) => (cells[index] ?? '').trim();
    const refuse = (index: number, why: string) =>
      refused.push({ row: line, column: table.columns[index] ?? '', value: cell(index), why });
    const who = cell(person);
    if (who === '' || who.length > 200) {
      refuse(person, 'Give the person.');
      continue;
    }
    const known = whoOf(who);
    if (known === null) {
      refuse(person, 'Give one e-mail address, like ana@example.com.');
      continue;
    }
    const keep = (one: Omit<Outcome, 'person'>) =>
      outcomes.set(`${who}\n${one.kind}\n${one.day}`, { person: known, ...one });
    for (const { use, index } of uses) {
      const value = cell(index);
      if (value === '' || use === 'day' || use === 'amount') continue;
      const on = use === 'leftOn' || use === 'renewedOn' ? value : cell(day);
      if (!isPossibleDay(on)) {
        refuse(on === value ? index : day, 'Give a day, like 2026-03-31.');
        continue;
      }
      const read = readCell(use, value, cell(at('amount')));
      if ('why' in read) refuse(index, read.why);
      else keep({ ...read, day: on });
    }
  }
  return { outcomes: [...outcomes.values()], refused };
}

/** Guesses what each column is from its name and values; a person corrects it. */
export function guessOutcomeColumns(table: AnswerTable): OutcomeColumn[] {
  const taken = new Set<OutcomeColumn>();
  return summarize(table).map(({ name, examples, filled }) => {
    const told = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
    const guess = filled === 0 ? 'leave' : guessOf(told, examples);
    if (guess === 'leave' || taken.has(guess)) return 'leave';
    taken.add(guess);
    return guess;
  });
}

function guessOf(told: string, examples: readonly string[]): OutcomeColumn {
  const days = examples.every(isDay);
  const left = /churn|left|cancel|lapsed|ended|terminat/.test(told);
  if (days && left) return 'leftOn';
  if (days && /renew|extended/.test(told)) return 'renewedOn';
  if (days) return 'day';
  if (/mail|customer|person|contact id|user|account|respondent|^id$|^key$/.test(told)) return 'person';
  if (examples.every((value) => value.toLowerCase() in KINDS)) return 'kind';
  if (left && examples.every((value) => yesOrNo(value) !== null)) return 'left';
  if (/spen[dt]|revenue|sales|turnover/.test(told)) return 'spent';
  if (/contacts|calls|tickets|complaints/.test(told)) return 'contacts';
  if (/amount|value/.test(told)) return 'amount';
  return 'leave';
}

type Read = Omit<Outcome, 'person' | 'day'> | { why: string };

function readCell(
  use: Exclude<OutcomeColumn, 'leave' | 'person' | 'day' | 'amount'>,
  value: string,
  amount: string,
): Read {
  if (use === 'leftOn') return { kind: 'churned' };
  if (use === 'renewedOn') return { kind: 'renewed' };
  if (use === 'left') {
    const left = yesOrNo(value);
    return left === null ? { why: 'Give yes or no.' } : { kind: left ? 'churned' : 'renewed' };
  }
  const kind = use === 'kind' ? KINDS[value.toLowerCase()] : use;
  if (kind === undefined) return { why: 'Give one of renewed, churned, spent, contacts.' };
  if (kind === 'renewed' || kind === 'churned') return { kind };
  const number = numberOf(use === 'kind' ? amount : value);
  return number === null ? { why: 'Give a number of 0 or more, like 12.50.' } : { kind, amount: number };
}

const KINDS: Readonly<Record<string, Outcome['kind']>> = {
  renewed: 'renewed',
  renewal: 'renewed',
  kept: 'renewed',
  retained: 'renewed',
  churned: 'churned',
  churn: 'churned',
  left: 'churned',
  cancelled: 'churned',
  canceled: 'churned',
  spent: 'spent',
  spend: 'spent',
  revenue: 'spent',
  contacts: 'contacts',
  contact: 'contacts',
};

function yesOrNo(value: string): boolean | null {
  const told = value.toLowerCase();
  if (/^(1|yes|y|true|ja|left|churned)$/.test(told)) return true;
  return /^(0|no|n|false|nein|kept|renewed|stayed)$/.test(told) ? false : null;
}

/** A plain number; a comma before one or two last digits is read as the point. */
function numberOf(text: string): number | null {
  const plain = /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text;
  if (!/^\d{1,10}(\.\d{1,6})?$/.test(plain)) return null;
  const number = Number(plain);
  return number <= 1_000_000_000 ? number : null;
}

function whoOf(text: string): Outcome['person'] | null {
  if (!text.includes('@')) return { key: text };
  const email = emailSchema.safeParse(text);
  return email.success ? { email: email.data } : null;
}

const isPossibleDay = (text: string) => isDay(text) && text >= '1990-01-01' && text < '2200-01-01';

const twice = (columns: readonly OutcomeColumn[]) => {
  const used = columns.filter((one) => one !== 'leave');
  return new Set(used).size < used.length;
};
