import { z } from 'zod';
import { readCsv } from './csv';
import { readJson } from './json';
import { readMermaid } from './mermaid';
import { isTooLarge, MOST_TOUCHPOINTS, type Read, refused, TOO_LARGE } from './read';

/** What a map may be read from. */
export const MAP_FORMATS = ['json', 'csv', 'mermaid'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

/** A text that a map may be read from. */
export const mapTextSchema = z
  .string('Give a text.')
  .min(1, 'Choose a file, or paste a text.')
  .refine((text) => !isTooLarge(text), TOO_LARGE);

/** The format that a text looks like. */
export function formatOf(text: string): MapFormat {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  return /^(%%|```|---|journey\b)/i.test(start) ? 'mermaid' : 'csv';
}

/**
 * Reads a map from a text.
 *
 * @param title what a format without a title is called
 * @param channels the workspace's own channels
 */
export function readMap(
  text: string,
  format: MapFormat,
  title: string,
  channels: readonly { key: string; label: string }[],
  newId: () => string,
): Read {
  if (isTooLarge(text)) return refused({ line: 1, column: null, message: TOO_LARGE });
  const read =
    format === 'json'
      ? readJson(text)
      : format === 'csv'
        ? readCsv(text, title, channels, newId)
        : readMermaid(text, title, newId);
  if (read.ok && read.document.touchpoints.length > MOST_TOUCHPOINTS) {
    const most = MOST_TOUCHPOINTS.toLocaleString('en');
    return refused({ line: 1, column: null, message: `A map has at most ${most} touchpoints.` });
  }
  return read;
}
