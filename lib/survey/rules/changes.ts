import { baseLanguage, type LocalTexts, NO_TEXTS, type SurveyContent } from '../model/content';
import { type FollowUp, type FollowUpKind, GROUPS } from '../model/follow-up';
import type { Language } from '../model/language';

export type Group = (typeof GROUPS)[number];

/** Names one text that an author writes per language. */
export type TextPath = 'topic' | `${'why' | 'thanks' | 'link'}.${Group}` | `reasons.${string}`;

/** One thing that customers would meet differently; `from` and `to` are what was and what comes, '' for nothing. */
export type Change =
  | { kind: 'language added' | 'language removed' | 'first language'; tag: Language }
  | { kind: 'question added' | 'question removed'; which: FollowUpKind }
  | { kind: 'order'; to: FollowUpKind[] }
  | { kind: 'groups'; which: FollowUpKind; from: Group[]; to: Group[] }
  | { kind: 'reasons'; list: 'frictions' | 'strengths'; from: string[]; to: string[] }
  | { kind: 'link'; group: Group; from: string; to: string }
  | { kind: 'text'; tag: Language; path: TextPath; from: string; to: string };

/** The text at a path; '' where the author wrote none. */
export function textAt(texts: LocalTexts | undefined, path: TextPath): string {
  const [part, id = ''] = path.split('.') as [keyof LocalTexts, string?];
  const found = (texts ?? NO_TEXTS)[part];
  return typeof found === 'string' ? found : ((found as Record<string, string>)[id] ?? '');
}

/**
 * Everything that customers would meet differently in `draft` than in `published`, in the order in which they meet it.
 * Empty: nothing. Spaces around a text, and texts in languages that are not offered, make no difference.
 */
export function changesOf(published: SurveyContent, draft: SurveyContent): Change[] {
  const both = draft.languages.filter((tag) => published.languages.includes(tag));
  const first = baseLanguage(draft);
  return [
    ...draft.languages
      .filter((tag) => !published.languages.includes(tag))
      .map((tag) => ({ kind: 'language added', tag }) as const),
    ...published.languages
      .filter((tag) => !draft.languages.includes(tag))
      .map((tag) => ({ kind: 'language removed', tag }) as const),
    ...(baseLanguage(published) === first ? [] : [{ kind: 'first language', tag: first } as const]),
    ...both.flatMap((tag) => textChanges(published, draft, tag)),
    ...followUpChanges(published.followUps, draft.followUps),
    ...GROUPS.filter((group) => published.links[group] !== draft.links[group].trim()).map(
      (group) =>
        ({ kind: 'link', group, from: published.links[group], to: draft.links[group].trim() }) as const,
    ),
  ];
}

function textChanges(published: SurveyContent, draft: SurveyContent, tag: Language): Change[] {
  const paths = [...new Set([...textPaths(published), ...textPaths(draft)])];
  return paths.flatMap((path) => {
    const from = textAt(published.texts[tag], path).trim();
    const to = textAt(draft.texts[tag], path).trim();
    return from === to ? [] : [{ kind: 'text', tag, path, from, to } as const];
  });
}

function followUpChanges(published: readonly FollowUp[], draft: readonly FollowUp[]): Change[] {
  const kinds = (all: readonly FollowUp[]) => all.map(({ kind }) => kind);
  const kept = (all: readonly FollowUp[], other: readonly FollowUp[]) =>
    kinds(all).filter((kind) => kinds(other).includes(kind));
  const before = kept(published, draft);
  const after = kept(draft, published);
  return [
    ...kinds(draft)
      .filter((which) => !before.includes(which))
      .map((which) => ({ kind: 'question added', which }) as const),
    ...kinds(published)
      .filter((which) => !after.includes(which))
      .map((which) => ({ kind: 'question removed', which }) as const),
    ...(before.join() === after.join() ? [] : [{ kind: 'order', to: kinds(draft) } as const]),
    ...draft.flatMap((one): Change[] => {
      const was = published.find(({ kind }) => kind === one.kind);
      if (!was) return [];
      const [from, to] = [inOrder(was.after), inOrder(one.after)];
      return [
        ...(from.join() === to.join() ? [] : [{ kind: 'groups', which: one.kind, from, to } as const]),
        ...(one.kind === 'reasons' && was.kind === 'reasons' ? reasonChanges(was, one) : []),
      ];
    }),
  ];
}

type Reasons = Extract<FollowUp, { kind: 'reasons' }>;

function reasonChanges(was: Reasons, is: Reasons): Change[] {
  return (['frictions', 'strengths'] as const).flatMap((list) =>
    was[list].join() === is[list].join()
      ? []
      : [{ kind: 'reasons', list, from: was[list], to: is[list] } as const],
  );
}

const inOrder = (groups: readonly Group[]): Group[] => GROUPS.filter((group) => groups.includes(group));

/**
 * What an author may write in one language for this content, in the order in which customers meet it; the topic counts
 * even where the metric has none.
 */
export function textPaths(content: Pick<SurveyContent, 'followUps' | 'links'>): TextPath[] {
  const reasons = content.followUps.find(({ kind }) => kind === 'reasons') as Reasons | undefined;
  const own = [...(reasons?.frictions ?? []), ...(reasons?.strengths ?? [])].filter(isOwnReason);
  return [
    'topic',
    ...[...new Set(own)].map((id): TextPath => `reasons.${id}`),
    ...GROUPS.map((group): TextPath => `why.${group}`),
    ...GROUPS.map((group): TextPath => `thanks.${group}`),
    ...GROUPS.filter((group) => content.links[group] !== '').map((group): TextPath => `link.${group}`),
  ];
}

/** Whether a reason is the author's own and needs a name in every language. */
export const isOwnReason = (id: string): boolean => id.startsWith('own-');
