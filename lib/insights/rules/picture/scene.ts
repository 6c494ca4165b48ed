import type { Tongue } from '../../../identity/model';

/** A colour as `#rrggbb`. */
export type Ink = string;

export type Weight = 400 | 600;

/** What a picture is made of, in pixels from its upper left corner; later items lie over earlier ones. */
export type Item =
  | {
      kind: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      radius: number;
      fill: Ink | null;
      stroke: Ink | null;
      dashed: boolean;
    }
  | { kind: 'circle'; x: number; y: number; r: number; fill: Ink; stroke: Ink; dashed: boolean }
  | {
      /** Absolute M, L, C, H, V and Z only, from the place x, y. */
      kind: 'path';
      x: number;
      y: number;
      d: string;
      fill: Ink | null;
      stroke: Ink | null;
      width: number;
      dashed: boolean;
      opacity: number;
    }
  /** One line of text; `y` is its base line, `width` how wide it is. */
  | {
      kind: 'text';
      x: number;
      y: number;
      width: number;
      text: string;
      size: number;
      weight: Weight;
      ink: Ink;
    };

/** What a run of items is to whoever hears a document: a heading, a paragraph, a line of a list, a table's cell. */
export type Tag = {
  role: 'H1' | 'H2' | 'P' | 'LI' | 'TH' | 'TD';
  from: number;
  to: number;
  /** Cells of one row have the same; null for all that is no cell. */
  row: number | null;
};

export type Scene = {
  title: string;
  description: string;
  language: Tongue;
  width: number;
  height: number;
  items: Item[];
  /** In the order in which it is read; without them a document says nothing of its structure. */
  tags?: Tag[];
};

/** The width of a text in pixels. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** The light theme's colours, by their names in app/globals.css. */
export const INKS = {
  canvas: '#f4f6f8',
  panel: '#ffffff',
  head: '#f8fafc',
  line: '#e1e6ec',
  'line-strong': '#cdd4dd',
  field: '#8490a0',
  ink: '#1d2431',
  soft: '#596473',
  warn: '#f8ead0',
  'on-warn': '#7a4d0b',
  star: '#b3700a',
  curve: '#2b3a57',
} as const;

/** Fill and text of the five steps of a score, the worst first. */
export const STEPS = [
  { fill: '#bf4b33', ink: '#ffffff' },
  { fill: '#e6a68f', ink: '#3a1409' },
  { fill: '#e3ddcf', ink: '#3b372c' },
  { fill: '#9ccabf', ink: '#0b2f2b' },
  { fill: '#1c7a72', ink: '#ffffff' },
] as const;
