/** Where each value of a JSON text begins, by its path such as `stages.0.title`; or where the text stops being JSON. */
export type JsonPlaces = { at: Map<string, number> } | { fault: { offset: number; message: string } };

const DEEPEST = 60;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a text
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

class Broken extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Finds the places of a JSON text, for messages that say where something is wrong. */
export function jsonPlaces(text: string): JsonPlaces {
  const at = new Map<string, number>();
  let offset = 0;

  const blank = () => {
    while (offset < text.length && ' \t\n\r'.includes(text[offset] as string)) offset += 1;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) offset += found.length;
    return found;
  };
  const expected = (what: string): never => {
    const found = offset >= text.length ? 'the text ends' : `there is “${text[offset]}”`;
    throw new Broken(offset, `Expected ${what}, but ${found}.`);
  };

  function value(path: string, depth: number): void {
    blank();
    at.set(path, offset);
    const sign = text[offset];
    if (depth > DEEPEST) throw new Broken(offset, 'The text is nested too deeply for a journey.');
    if (sign === '{') members(path, depth);
    else if (sign === '[') items(path, depth);
    else if (sign === '"') {
      if (take(STRING) === null)
        throw new Broken(offset, 'This text has no end quote, or a sign in it that needs a backslash.');
    } else if (take(NUMBER) === null && take(WORD) === null) expected('a value');
  }

  function members(path: string, depth: number): void {
    offset += 1;
    blank();
    if (text[offset] === '}') {
      offset += 1;
      return;
    }
    for (;;) {
      blank();
      const key = text[offset] === '"' ? take(STRING) : null;
      if (key === null) expected('a name in double quotes');
      blank();
      if (text[offset] !== ':') expected('a colon');
      offset += 1;
      value(path ? `${path}.${JSON.parse(key as string)}` : String(JSON.parse(key as string)), depth + 1);
      blank();
      if (text[offset] === '}') break;
      if (text[offset] !== ',') expected('a comma or }');
      offset += 1;
    }
    offset += 1;
  }

  function items(path: string, depth: number): void {
    offset += 1;
    blank();
    if (text[offset] === ']') {
      offset += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      value(path ? `${path}.${index}` : String(index), depth + 1);
      blank();
      if (text[offset] === ']') break;
      if (text[offset] !== ',') expected('a comma or ]');
      offset += 1;
    }
    offset += 1;
  }

  try {
    value('', 0);
    blank();
    if (offset < text.length) expected('the end of the text');
    return { at };
  } catch (error) {
    if (error instanceof Broken) return { fault: { offset: error.offset, message: error.message } };
    throw error;
  }
}
