import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ownDirectory } from './own-directory';
import { shared } from './registry';

const text = z.string().trim().min(1);
const blank = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value);

const PORT_RANGE = 'must be a port number from 1 to 65535';

const schema = z.object({
  PORT: text
    .regex(/^\d{1,5}$/, PORT_RANGE)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, PORT_RANGE)
    .default(3000),
  HOST: text.default('127.0.0.1'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional(),
  MILEPOST_DATA_DIR: text.default('.milepost'),
  MILEPOST_ROLE: z.enum(['all', 'respondent', 'studio', 'worker']).default('all'),
  MILEPOST_DEV: z.literal('1').optional(),
  MILEPOST_DEMO: z.literal('1').optional(),
  MILEPOST_ALLOW_PRIVATE_HOOKS: z.literal('1').optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  SMTP_URL: text.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_WEBHOOK_SECRET: text
    .regex(
      /^whsec_([A-Za-z0-9+/]{4})+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
      'must be the signing secret, which begins with whsec_',
    )
    .optional(),
  MAIL_FROM: text.optional(),
  TRUSTED_PROXY_HOPS: text.regex(/^\d$/, 'must be a number from 0 to 9').transform(Number).default(0),
});

export type Env = Omit<z.output<typeof schema>, 'APP_URL'> & { APP_URL: string; secure: boolean };

/**
 * The settings of this process, read and checked once.
 * Throws one sentence that names every setting that is missing or wrong.
 */
export function env(): Env {
  return shared('env', () => {
    const read = schema.safeParse(
      Object.fromEntries(Object.keys(schema.shape).map((name) => [name, blank(process.env[name])])),
    );
    if (!read.success) {
      const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new Error(`These settings need correcting: ${faults.join('; ')}.`);
    }
    const url = (read.data.APP_URL ?? `http://localhost:${read.data.PORT}`).replace(/\/+$/, '');
    return { ...read.data, APP_URL: url, secure: url.startsWith('https://') };
  });
}

/** The folder of the embedded database, its secret and its lock. */
export const dataDirectory = (): string => resolve(env().MILEPOST_DATA_DIR);

/** Where the secret of the embedded database is kept; null where AUTH_SECRET gives it. */
export const secretFile = (): string | null =>
  env().AUTH_SECRET || env().DATABASE_URL ? null : join(dataDirectory(), 'secret');

/**
 * The secret behind sessions, derived tokens and opt-outs. With a database server it has to be given, because several
 * processes must share it; the embedded database keeps its own beside itself.
 * Throws where it was neither given nor made.
 */
export function secret(): string {
  return shared('secret', () => {
    const { AUTH_SECRET } = env();
    if (AUTH_SECRET) return AUTH_SECRET;
    const file = secretFile();
    if (file === null) {
      throw new Error(
        'AUTH_SECRET is missing: with DATABASE_URL set, give one of at least 32 random characters.',
      );
    }
    const kept = readOrNull(file);
    if (kept === null) throw new Error(`The secret of this database is missing: put back ${file}.`);
    return kept;
  });
}

/** Makes the secret of an embedded database that has none yet. Only for a database that remembers no secret. */
export function makeSecret(): void {
  const file = secretFile();
  if (file === null || readOrNull(file) !== null) return;
  ownDirectory(dataDirectory());
  writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
}

/** Tells this secret from another without giving it away; kept in the database. */
export const secretFingerprint = (): Uint8Array =>
  createHmac('sha256', secret()).update('milepost: fingerprint of the secret').digest();

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
