import { createHmac, timingSafeEqual } from 'node:crypto';
import { jwtVerify } from 'jose';
import { type Person, type Traits, traitsSchema } from '../../response/model';

/** Who answered, as far as a site said so. Only what is `verified` may decide what an answer counts for. */
export type KnownPerson = {
  identity: 'verified' | 'unverified';
  /** Unsigned, it begins with `unverified:`, so that it never mixes with a verified one. */
  respondentKey: string | null;
  /** null: none were given. Unsigned ones have names that begin with `unverified:`. */
  attributes: Record<string, string | number> | null;
};

/** How far ahead a token may expire: whoever reads it in a page can use it only shortly. */
const LONGEST_TOKEN_SECONDS = 15 * 60;

/** How far the clocks of two servers may differ. */
const CLOCK_SECONDS = 60;

const UNSIGNED = 'unverified:';

/**
 * The key that a workspace's sites sign people with: 43 characters, taken as they are. Derived and never stored, so that
 * a copy of the database signs nobody.
 */
export function identityKey(secret: string, workspaceId: string, version: number): string {
  return createHmac('sha256', secret).update(`identity:${workspaceId}:${version}`).digest('base64url');
}

/** The keys that are good now: the newest, and the one before it until the next replacement. */
export function goodIdentityKeys(secret: string, workspaceId: string, version: number): string[] {
  return [version, version - 1].filter((one) => one >= 1).map((one) => identityKey(secret, workspaceId, one));
}

/**
 * What a site said about a person, weighed by its signature. A hash signs the id alone: traits beside it stay unsigned.
 * A token signs all that it holds; a bad, late or foreign one says nothing. null: nobody is known.
 *
 * @param required whether the workspace takes signed people only: then nothing is kept of others
 */
export async function knownPerson(
  person: Person | undefined,
  by: { keys: readonly string[]; workspaceId: string; required: boolean; now: Date },
): Promise<KnownPerson | null> {
  if (!person) return null;
  if ('token' in person) return fromToken(person.token, by);
  const signed = person.hash !== undefined && isSigned(person.id, person.hash, by.keys);
  if (!signed && by.required) return null;
  return {
    identity: signed ? 'verified' : 'unverified',
    respondentKey: signed ? person.id : `${UNSIGNED}${person.id}`,
    attributes: by.required ? null : attributesOf(person.traits, UNSIGNED),
  };
}

function isSigned(id: string, hash: string, keys: readonly string[]): boolean {
  const given = Buffer.from(hash, 'hex');
  return keys.some((key) => {
    const own = createHmac('sha256', key).update(id).digest();
    return own.length === given.length && timingSafeEqual(own, given);
  });
}

async function fromToken(
  token: string,
  { keys, workspaceId, now }: { keys: readonly string[]; workspaceId: string; now: Date },
): Promise<KnownPerson | null> {
  for (const key of keys) {
    const read = await jwtVerify(token, Buffer.from(key), {
      algorithms: ['HS256'],
      audience: workspaceId,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_SECONDS,
      currentDate: now,
    }).catch(() => null);
    if (!read) continue;
    const { sub = '', exp = 0, traits } = read.payload;
    const id = sub.trim();
    if (id === '' || id.length > 200 || exp > now.getTime() / 1000 + LONGEST_TOKEN_SECONDS + CLOCK_SECONDS)
      return null;
    const parsed = traitsSchema.safeParse(traits ?? undefined);
    return {
      identity: 'verified',
      respondentKey: id,
      attributes: parsed.success ? attributesOf(parsed.data) : null,
    };
  }
  return null;
}

function attributesOf(traits: Traits | undefined, prefix = ''): KnownPerson['attributes'] {
  if (!traits || Object.keys(traits).length === 0) return null;
  return Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [
      prefix + name,
      typeof value === 'boolean' ? String(value) : value,
    ]),
  );
}
