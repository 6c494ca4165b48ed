/** The parts of a survey's page, as its address names them. */
export const TABS = ['question', 'languages', 'asked', 'versions'] as const;
export type Tab = (typeof TABS)[number];

/** The part that an address opens; without a word of it, a published survey opens where it is asked. */
export function tabOf(text: unknown, version: number | null): Tab {
  const named = TABS.find((one) => one === text);
  if (version === null) return named === 'versions' || !named ? 'question' : named;
  return named ?? 'asked';
}
