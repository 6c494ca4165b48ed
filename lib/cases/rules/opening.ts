import type { CaseCondition, CaseRule, LookedAt } from '../model';

/** An answer with what it is about. */
export type AnswerAt = LookedAt & { lineageId: string };

/**
 * Whether an answer opens a case by this rule. A score opens by what it is at the moment it is looked at; that it is
 * corrected later closes nothing.
 *
 * @param lineageIds what the rule is about; null: everything
 */
export function opens(
  rule: Pick<CaseRule, 'condition'>,
  answer: AnswerAt,
  lineageIds: ReadonlySet<string> | null,
): boolean {
  return (lineageIds === null || lineageIds.has(answer.lineageId)) && meets(rule.condition, answer);
}

/** Whether an answer is what the condition asks for. */
export function meets(condition: CaseCondition, answer: LookedAt): boolean {
  switch (condition.kind) {
    case 'score':
      return answer.metric === condition.metric && answer.score !== null && answer.score <= condition.most;
    case 'words':
      return condition.words.some((word) => contains(answer.comment, word));
    case 'comment':
      return (answer.comment ?? '').trim() !== '';
    case 'emotion':
      return (answer.words ?? []).some((word) => condition.words.includes(word));
  }
}

/**
 * Whether a text has the word, whole, in any case and with or without its accents. `cancel*` is found in "cancelled".
 * Chinese and Japanese write no spaces: there a word is found wherever it stands.
 */
export function contains(text: string | null, word: string): boolean {
  if (!text) return false;
  const prefix = word.endsWith('*');
  const wanted = folded(prefix ? word.slice(0, -1) : word).trim();
  if (wanted === '') return false;
  const heard = folded(text);
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(wanted)) {
    return heard.includes(wanted);
  }
  for (let at = heard.indexOf(wanted); at >= 0; at = heard.indexOf(wanted, at + 1)) {
    const before = [...heard.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
    const after = [...heard.slice(at + wanted.length, at + wanted.length + 2)][0] ?? '';
    if (!LETTER.test(before) && (prefix || !LETTER.test(after))) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ');
