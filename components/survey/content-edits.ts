import { baseLanguage, type LocalTexts, NO_TEXTS, type SurveyContent } from '@/lib/survey/model/content';
import { type FollowUp, type FollowUpKind, FRICTIONS, GROUPS, STRENGTHS } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { type Group, type TextPath, textAt, textPaths } from '@/lib/survey/rules/changes';

export type Reasons = Extract<FollowUp, { kind: 'reasons' }>;
export type ReasonList = 'frictions' | 'strengths';

/** How many reasons one list offers at most, as the model has it. */
export const MOST_REASONS = 8;

/** The texts of one language, empty ones where the author wrote none. */
export const textsOf = (content: SurveyContent, tag: Language): LocalTexts => content.texts[tag] ?? NO_TEXTS;

/** The content with one text in one language put in. */
export function withText(
  content: SurveyContent,
  tag: Language,
  path: TextPath,
  value: string,
): SurveyContent {
  const texts = textsOf(content, tag);
  const [part, id] = path.split('.') as ['topic' | 'why' | 'thanks' | 'link' | 'reasons', string?];
  const next =
    id === undefined
      ? { ...texts, topic: value }
      : { ...texts, [part]: { ...(texts[part] as object), [id]: value } };
  return { ...content, texts: { ...content.texts, [tag]: next as LocalTexts } };
}

/**
 * What a customer reads at a path in one language. own: what the author wrote there. stock: the language's own text.
 * plain: the question without a topic. first: what the first language has. missing: nothing, it cannot be published.
 */
export type Standing = 'own' | 'stock' | 'plain' | 'first' | 'missing';

export function standingOf(content: SurveyContent, tag: Language, path: TextPath): Standing {
  if (textAt(content.texts[tag], path).trim() !== '') return 'own';
  if (path === 'topic') return tag === baseLanguage(content) ? 'missing' : 'plain';
  if (path.startsWith('link.')) return tag === baseLanguage(content) ? 'missing' : 'first';
  return path.startsWith('reasons.') ? 'missing' : 'stock';
}

/** How the texts of one language stand, counted; a metric without a topic has none to write. */
export function standings(
  content: SurveyContent,
  tag: Language,
  hasTopic: boolean,
): Record<Standing, TextPath[]> {
  const found: Record<Standing, TextPath[]> = { own: [], stock: [], plain: [], first: [], missing: [] };
  for (const path of textPaths(content))
    if (hasTopic || path !== 'topic') found[standingOf(content, tag, path)].push(path);
  return found;
}

const STARTS: Record<Exclude<FollowUpKind, 'text'>, FollowUp> = {
  reasons: {
    kind: 'reasons',
    after: [...GROUPS],
    frictions: FRICTIONS.slice(0, 6),
    strengths: STRENGTHS.slice(0, 5),
  },
  expectation: { kind: 'expectation', after: [...GROUPS] },
  information: { kind: 'information', after: ['low', 'middle'] },
  handoff: { kind: 'handoff', after: [...GROUPS] },
};

/** One more question after the score, before the open one. */
export function addFollowUp(content: SurveyContent, kind: Exclude<FollowUpKind, 'text'>): SurveyContent {
  const open = content.followUps.findIndex((one) => one.kind === 'text');
  return { ...content, followUps: content.followUps.toSpliced(open, 0, STARTS[kind]) };
}

export const removeFollowUp = (content: SurveyContent, kind: FollowUpKind): SurveyContent => ({
  ...content,
  followUps: content.followUps.filter((one) => one.kind !== kind),
});

/** The question asked some places earlier (negative) or later; where it cannot move, the same content. */
export function moveFollowUp(content: SurveyContent, kind: FollowUpKind, by: number): SurveyContent {
  const from = content.followUps.findIndex((one) => one.kind === kind);
  const moved = content.followUps[from];
  const to = from + by;
  if (!moved || to < 0 || to >= content.followUps.length) return content;
  return { ...content, followUps: content.followUps.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

/** Asks a question after one more group of scores, or no longer after it; the last group stays. */
export function toggleAfter(content: SurveyContent, kind: FollowUpKind, group: Group): SurveyContent {
  return changeFollowUp(content, kind, (one) => {
    const wanted = one.after.includes(group)
      ? one.after.filter((other) => other !== group)
      : GROUPS.filter((other) => other === group || one.after.includes(other));
    return wanted.length === 0 ? one : { ...one, after: wanted };
  });
}

/** Offers a reason, or no longer; stock reasons keep their order, the author's own stand after them. */
export function toggleReason(content: SurveyContent, list: ReasonList, id: string): SurveyContent {
  const order: readonly string[] = list === 'frictions' ? FRICTIONS : STRENGTHS;
  const place = (one: string) => (order.includes(one) ? order.indexOf(one) : order.length);
  return changeReasons(content, list, (ids) =>
    ids.includes(id)
      ? ids.filter((one) => one !== id)
      : [...ids, id].sort((one, other) => place(one) - place(other)),
  );
}

/** Offers a reason of the author's own, named in one language. `id` has never meant anything else. */
export function addOwnReason(
  content: SurveyContent,
  list: ReasonList,
  tag: Language,
  own: { id: string; label: string },
): SurveyContent {
  const offered = changeReasons(content, list, (ids) => [...ids, own.id]);
  return withText(offered, tag, `reasons.${own.id}`, own.label);
}

/** An id that no reason had before: answers given to a removed reason must not count for a new one. */
export function newReasonId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const drawn = crypto.getRandomValues(new Uint8Array(10));
  return `own-${[...drawn].map((byte) => letters[byte % letters.length]).join('')}`;
}

export const offerLanguages = (content: SurveyContent, tags: readonly Language[]): SurveyContent => ({
  ...content,
  languages: [...content.languages, ...tags.filter((tag) => !content.languages.includes(tag))],
});

/** No longer asks in that language; its texts are kept for when it is offered again. The last one stays. */
export const withdrawLanguage = (content: SurveyContent, tag: Language): SurveyContent =>
  content.languages.length === 1
    ? content
    : { ...content, languages: content.languages.filter((one) => one !== tag) };

export const putFirst = (content: SurveyContent, tag: Language): SurveyContent => ({
  ...content,
  languages: [tag, ...content.languages.filter((one) => one !== tag)],
});

function changeFollowUp(
  content: SurveyContent,
  kind: FollowUpKind,
  change: (one: FollowUp) => FollowUp,
): SurveyContent {
  return { ...content, followUps: content.followUps.map((one) => (one.kind === kind ? change(one) : one)) };
}

function changeReasons(
  content: SurveyContent,
  list: ReasonList,
  change: (ids: readonly string[]) => string[],
): SurveyContent {
  return changeFollowUp(content, 'reasons', (one) =>
    one.kind === 'reasons' ? ({ ...one, [list]: change(one[list]) } as Reasons) : one,
  );
}
