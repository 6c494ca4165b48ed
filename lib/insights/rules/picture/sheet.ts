import { INKS, type Ink, type Item, type Measure, type Tag, type Weight } from './scene';
import { textLines } from './text-lines';

/** How a text is set: its size, how far its lines are apart, and how many there may be. */
export type Setting = { size: number; leading: number; weight: Weight; ink: Ink; most: number };

/** A part of a paragraph that looks like itself. */
export type Span = { text: string } & Partial<Pick<Setting, 'weight' | 'ink' | 'size'>>;

/** A cell's lines, one below the other. */
export type CellLines = readonly Span[];

export const PLAIN: Setting = { size: 11, leading: 15, weight: 400, ink: INKS.ink, most: 3 };
export const FINE: Setting = { ...PLAIN, size: 10, leading: 13.5, ink: INKS.soft };

/** A sheet of paper that is written from the top down, tagged for whoever hears it. */
export class Sheet {
  readonly items: Item[] = [];
  readonly tags: Tag[] = [];
  readonly #measure: Measure;
  #rows = 0;
  y: number;

  constructor(measure: Measure, top: number) {
    this.#measure = measure;
    this.y = top;
  }

  /** A text in as many lines as it needs; what does not fit ends with '…'. Returns where it ends. */
  text(role: Tag['role'], text: string, x: number, width: number, setting: Partial<Setting> = {}): number {
    return this.#tagged(role, () => this.#write(text, x, this.y, width, { ...PLAIN, ...setting }));
  }

  /** Spans one after the other on lines of their own choosing: each begins where the one before ended, if it fits. */
  spans(role: Tag['role'], spans: readonly Span[], x: number, width: number): number {
    return this.#tagged(role, () => {
      let [at, y] = [x, this.y];
      for (const span of spans) {
        const set = { ...PLAIN, ...span };
        for (const word of span.text.split(/(?<= )/)) {
          const wide = this.#measure(word.trimEnd(), set.size, set.weight);
          if (at > x && at + wide > x + width) [at, y] = [x, y + PLAIN.leading];
          this.#put(word.trimEnd(), at, y + PLAIN.leading - 3.5, set);
          at += this.#measure(word, set.size, set.weight);
        }
      }
      return y + PLAIN.leading;
    });
  }

  /** A row of cells beside each other; returns its height. `head` makes them headings. */
  row(columns: readonly { x: number; width: number }[], cells: readonly CellLines[], head = false): number {
    const top = this.y;
    let bottom = top;
    this.#rows += 1;
    columns.forEach(({ x, width }, place) => {
      const end = this.#tagged(head ? 'TH' : 'TD', () => {
        let y = top;
        for (const span of cells[place] ?? []) {
          const small = head || (span.size ?? PLAIN.size) < PLAIN.size;
          y = this.#write(span.text, x, y, width, { ...(small ? FINE : PLAIN), ...span });
        }
        return y;
      });
      this.y = top;
      bottom = Math.max(bottom, end);
    });
    this.y = bottom;
    return bottom - top;
  }

  line(x: number, width: number, ink: Ink = INKS.line): void {
    this.items.push({
      ...{ kind: 'rect', x, y: this.y, width, height: 0.75, radius: 0 },
      ...{ fill: ink, stroke: null, dashed: false },
    });
  }

  #tagged(role: Tag['role'], write: () => number): number {
    const from = this.items.length;
    this.y = write();
    if (this.items.length > from)
      this.tags.push({
        role,
        from,
        to: this.items.length,
        row: role === 'TD' || role === 'TH' ? this.#rows : null,
      });
    return this.y;
  }

  #write(text: string, x: number, y: number, width: number, setting: Setting): number {
    const { size, weight, leading, most } = setting;
    const lines = textLines(text, width, size, weight, most, this.#measure);
    lines.forEach((line, place) => {
      this.#put(line, x, y + place * leading + leading - (leading - size) / 2 - size * 0.2, setting);
    });
    return y + lines.length * leading;
  }

  #put(text: string, x: number, y: number, { size, weight, ink }: Omit<Setting, 'leading' | 'most'>): void {
    if (text === '') return;
    const width = this.#measure(text, size, weight);
    this.items.push({ kind: 'text', x, y, width, text, size, weight, ink });
  }
}
