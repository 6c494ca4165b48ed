import { urlExpression } from '@/widget/config';

/** Whether one of the patterns fits the page, given as path and query: the very test that sites run. */
export const matchesPage = (patterns: readonly string[], page: string): boolean =>
  patterns.length > 0 && new RegExp(urlExpression(patterns)).test(page);
