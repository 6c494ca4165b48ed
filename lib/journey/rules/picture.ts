/** Kinds of pictures that may be kept, by their first bytes: what a file claims to be counts for nothing. */
const SIGNS: readonly { type: string; matches: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/png', matches: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: 'image/jpeg', matches: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]) },
  {
    type: 'image/webp',
    matches: (bytes) =>
      starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  },
];

/** The most bytes of one picture. */
export const LARGEST_PICTURE = 1_500_000;

/** The media type of a picture that may be kept; null for anything else. */
export function pictureType(bytes: Uint8Array): string | null {
  return SIGNS.find(({ matches }) => matches(bytes))?.type ?? null;
}

const starts = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte);
