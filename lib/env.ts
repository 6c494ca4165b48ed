import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { shared } from './registry';

const text = z.string().trim().min(1);
const blank = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value);

const schema = z.object({
  PORT: text
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .default(3000),
  HOST: text.default('127.0.0.1'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional(),
  MILEPOST_DATA_DIR: text.default('.milepost'),
  MILEPOST_ROLE: z.enum(['all', 'respondent', 'studio', 'worker']).default('all'),
  MILEPOST_DEV: z.literal('1').optional(),
  MILEPOST_DEMO: z.literal('1').optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  SMTP_URL: text.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  RESEND_API_KEY: text.optional(),
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

/** Whether this is Next's build: nothing may open a database then. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === 'phase-production-build';

/** The folder of the embedded database, its secret and its lock. */
export const dataDirectory = (): string => resolve(env().MILEPOST_DATA_DIR);

/**
 * The secret behind sessions and derived tokens. With a database server it has to be given, because several processes
 * must share it; the embedded database keeps its own beside itself.
 */
export function secret(): string {
  return shared('secret', () => {
    const { AUTH_SECRET, DATABASE_URL } = env();
    if (AUTH_SECRET) return AUTH_SECRET;
    if (DATABASE_URL) {
      throw new Error(
        'AUTH_SECRET is missing: with DATABASE_URL set, give one of at least 32 random characters.',
      );
    }
    const file = join(dataDirectory(), 'secret');
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const made = randomBytes(48).toString('base64url');
    mkdirSync(dataDirectory(), { recursive: true });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  });
}
