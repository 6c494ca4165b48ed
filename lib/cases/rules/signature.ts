import { createHmac } from 'node:crypto';

/**
 * The key that a hook's messages are signed with: 43 characters, taken as they are. Derived and never stored, so that a
 * copy of the database signs nothing.
 */
export function hookKey(secret: string, hookId: string, version: number): string {
  return createHmac('sha256', secret).update(`hook:${hookId}:${version}`).digest('base64url');
}

/**
 * The value of `Milepost-Signature`: `t=SECONDS,v1=HEX`, the HMAC-SHA256 of `SECONDS.BODY` with the hook's key. The
 * time is signed too, so that a message that was overheard cannot be sent again much later.
 *
 * @param atSeconds Unix time of this attempt
 */
export function signatureOf(key: string, body: string, atSeconds: number): string {
  const hash = createHmac('sha256', key).update(`${atSeconds}.${body}`, 'utf8').digest('hex');
  return `t=${atSeconds},v1=${hash}`;
}
