/** A piece of a remark: plain text, or the name of a member whom it names. */
export type Piece = { text: string; named: boolean };

type Person = { id: string; name: string };

/**
 * A remark cut into plain text and the names of the members whom it names.
 *
 * @example piecesOf('Ask @Ines.', [{ id: '1', name: 'Ines' }]) // 'Ask ', '@Ines', '.'
 */
export function piecesOf(text: string, named: readonly Person[]): Piece[] {
  // The longest name first: 'Ann Lee' must not be taken for 'Ann'.
  const marks = named.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const mark = marks.find((one) => one.length > 1 && text.startsWith(one, at));
    if (mark === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, named: false });
    plain = '';
    pieces.push({ text: mark, named: true });
    at += mark.length;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, named: false }];
}

/** The ids of the members whose names, marked with @, stand in the text. */
export function namedIn(text: string, chosen: readonly Person[]): string[] {
  const found = new Set(
    piecesOf(text, chosen)
      .filter(({ named }) => named)
      .map((piece) => piece.text),
  );
  return [...new Set(chosen.filter(({ name }) => found.has(`@${name}`)).map(({ id }) => id))];
}
