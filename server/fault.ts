import { env } from '../lib/env';

type Fault = { message: string; code?: string; detail?: string; syscall?: string; address?: string };

const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|CONNECTION_CLOSED|57P03|53300)$/;

/** Why a start failed, in one sentence a person can act on: no stack, no statement, no password. */
export function faultOf(error: unknown): string {
  const chain = causesOf(error);
  const innermost = chain.at(-1) as Fault;
  const known = knownFault(innermost);
  // Our own sentence says what to do; drizzle's says only which statement failed.
  const own =
    chain.find(({ message }) => message !== '' && !message.startsWith('Failed query:')) ?? innermost;
  if (known?.certain) return known.sentence;
  if (own !== innermost) return `${own.message.replace(/\.$/, '')} (${reason(innermost)}).`;
  return known?.sentence ?? reason(innermost);
}

function causesOf(error: unknown): Fault[] {
  const chain: Fault[] = [];
  let one = error;
  while (one instanceof Error && !chain.includes(one as Fault)) {
    chain.push(one as Fault);
    // Every address of a name was tried: the first failure speaks for all.
    one = one instanceof AggregateError ? one.errors[0] : one.cause;
  }
  return chain.length > 0 ? chain : [{ message: String(error) }];
}

/** `certain` where the cause explains the failure better than any sentence around it. */
function knownFault(fault: Fault): { sentence: string; certain: boolean } | null {
  const code = fault.code ?? '';
  const why = reason(fault);
  const server = /^(28P01|28000)$/.test(code)
    ? `The database server refuses the user or the password of DATABASE_URL (${why}).`
    : code === '3D000'
      ? `The database of DATABASE_URL does not exist (${why}): make it with createdb.`
      : UNREACHABLE.test(code)
        ? `The database server of DATABASE_URL cannot be reached (${why}).`
        : code === 'ERR_INVALID_URL'
          ? 'DATABASE_URL is not an address: write postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters percent-encoded.'
          : null;
  if (server) return { sentence: server, certain: true };
  if (code !== '42501') return null;
  return {
    sentence: `The database user lacks a right (${why}): ${grantFor(fault.message)}.`,
    certain: false,
  };
}

/** What the owner of the server has to run. */
function grantFor(message: string): string {
  const user = databaseUser();
  const role = /(?:set|grant|alter|of|for|on)(?: SET)? role "([^"]+)"/i.exec(message)?.[1];
  const database = /for database "?([^"]+)"?/.exec(message)?.[1];
  const schema = /for schema "?([^"]+)"?/.exec(message)?.[1];
  const [, kind = '', name] = /for (table|sequence|function|view) "?([^"]+)"?/.exec(message) ?? [];
  if (/create role/.test(message)) return `run ALTER ROLE ${user} CREATEROLE as an administrator`;
  if (role) return `run GRANT ${role} TO ${user} WITH ADMIN OPTION as an administrator`;
  if (database) return `run GRANT CREATE ON DATABASE ${database} TO ${user} as an administrator`;
  if (schema) return `run GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${user} as an administrator`;
  if (name) return `run GRANT ALL ON ${kind.toUpperCase()} ${name} TO ${user} as its owner`;
  return `let ${user} own the database`;
}

function databaseUser(): string {
  try {
    return `"${decodeURIComponent(new URL(env().DATABASE_URL ?? '').username)}"`;
  } catch {
    return 'the user of DATABASE_URL';
  }
}

function reason({ message, code, detail }: Fault): string {
  const said = (message || code || 'no reason given').replace(/\s+/g, ' ');
  return detail ? `${said}; ${detail.replace(/\.$/, '')}` : said;
}
