import { createHmac } from 'node:crypto';

/**
 * The token in an invitation's links: 24 characters, 144 bits. It is derived and never stored, so that a copy of the
 * database opens no invitation, and a retried mail carries the same links.
 */
export function invitationToken(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`invitation:${invitationId}`).digest('base64url').slice(0, 24);
}

/**
 * What is kept of an address that may not be written to: a keyed hash, different in each workspace. It survives the
 * erasure of the contact and tells nobody the address.
 */
export function addressHash(secret: string, workspaceId: string, email: string): Uint8Array {
  const address = email.normalize('NFC').trim().toLowerCase();
  return createHmac('sha256', secret).update(`opt-out:${workspaceId}:${address}`).digest();
}
