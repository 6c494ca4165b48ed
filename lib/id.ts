import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A time-ordered UUID (version 7): new rows land at the end of their index. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random letters and digits, 5.95 bits each: 16 of them are 95 bits, 24 are 143. */
export function newKey(length: number): string {
  let key = '';
  while (key.length < length) {
    for (const byte of randomBytes(length)) {
      // 248 is the largest multiple of 62 below 256: above it the remainder would favour the first letters.
      if (byte < 248 && key.length < length) key += ALPHABET[byte % 62];
    }
  }
  return key;
}

export const newRequestId = (): string => randomUUID();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in its one lower-case spelling. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** What is stored of a key or token: its SHA-256. Enough, because each has at least 95 random bits. */
export function hashOf(key: string): Uint8Array {
  return createHash('sha256').update(key).digest();
}
