import type { JourneyDocument } from '../../model/document';
import type { StatementKind } from '../../model/statement';

/** What cannot be read, with its place in the text; `column` is null where the whole line is meant. */
export type Fault = { line: number; column: number | null; message: string };

/** Which parts of a map a text speaks of at all: what it does not speak of stays as it is in a map that is there. */
export type Speaks = {
  journey: readonly string[];
  stage: readonly string[];
  touchpoint: readonly string[];
  statements: readonly StatementKind[];
  personas: boolean;
  links: boolean;
  questions: boolean;
};

/** A text as a journey, or everything that is wrong with it. Nothing is left out silently: `notes` say what is. */
export type Read =
  | { ok: true; document: JourneyDocument; speaks: Speaks; notes: string[] }
  | { ok: false; faults: Fault[] };

export const refused = (...faults: Fault[]): Read => ({ ok: false, faults });

/** The largest file that is read, in bytes of UTF-8. */
export const LARGEST_BYTES = 5 * 1024 * 1024;
export const TOO_LARGE = 'This is over 5 MB. Split the map, or leave parts out.';

/** Whether a text is larger than a file may be. A character can take several bytes. */
export function isTooLarge(text: string): boolean {
  return text.length > LARGEST_BYTES || new TextEncoder().encode(text).length > LARGEST_BYTES;
}

export const MOST_TOUCHPOINTS = 2_000;
export const MOST_STAGES = 200;

/** Line and column, both from 1, of an offset in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
