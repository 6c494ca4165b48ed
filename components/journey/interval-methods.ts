/** What the methods by which a score's interval is made are called on screen. */
const NAMES: Readonly<Record<string, string>> = {
  'adjusted-wald': 'adjusted Wald',
  wilson: 'Wilson',
  'endpoint-adjusted': 'endpoint-adjusted',
};

export const methodName = (method: string): string => NAMES[method] ?? method;
