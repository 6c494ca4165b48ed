import { msg } from '@/lib/translate';

/** What the methods by which a score's interval is made are called on screen; to be said in the reader's language. */
const NAMES: Readonly<Record<string, string>> = {
  'adjusted-wald': msg('adjusted Wald'),
  wilson: 'Wilson',
  'endpoint-adjusted': msg('endpoint-adjusted'),
};

/** The same for the interval of a difference. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'adjusted-wald-difference': msg('adjusted Wald'),
  newcombe: 'Newcombe',
  welch: 'Welch',
};

export const methodName = (method: string): string => NAMES[method] ?? method;

export const differenceMethod = (method: string): string => DIFFERENCES[method] ?? method;
