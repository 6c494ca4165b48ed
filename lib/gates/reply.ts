import { AppError, isAppError, type Problem, problemOf } from '../errors';
import { isUuid, newRequestId } from '../id';
import { ENGLISH, type Translate } from '../translate';

/** What a server action gives back: a refusal is a value, because the page has to show it beside its fields. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A JSON reply that no cache keeps. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** The id of a request, under which its faults are logged: the front door's, or a new one. */
export function requestIdOf(headers: { get(name: string): string | null }): string {
  const given = headers.get('x-request-id') ?? '';
  return isUuid(given) ? given : newRequestId();
}

/** Puts the request's id on a reply. */
export function stamped(reply: Response, requestId: string): Response {
  reply.headers.set('x-request-id', requestId);
  return reply;
}

/** The reply to a thrown value (RFC 9457). */
export function problemReply(error: unknown, requestId: string = newRequestId()): Response {
  const problem = problemFor(error, requestId);
  const wait = isAppError(error) ? error.retryAfterSeconds : undefined;
  return json(problem, problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': requestId,
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="Milepost"' } : {}),
  });
}

/** The refusal that a thrown value means. What is not an AppError is our fault, so it is logged under the request's id. */
export function problemFor(error: unknown, requestId: string, t: Translate = ENGLISH): Problem {
  if (!isAppError(error)) logFault(error, requestId);
  const problem = problemOf(error, requestId);
  if (t.tongue === 'en') return problem;
  return {
    ...problem,
    title: said(t, problem.title),
    ...(problem.errors && {
      errors: problem.errors.map((one) => ({ ...one, message: said(t, one.message) })),
    }),
  };
}

/**
 * A refusal may quote what was sent: only a message that is known is read as one. What it names, such as a limit, is put
 * together with the rest before it gets here, so a message is also known by what stands around its numbers and quotes:
 * `Use at most {1, number} characters.`
 */
function said(t: Translate, message: string): string {
  if (t.knows(message)) return t(message);
  const named: Record<string, string | number> = {};
  const around = message.replace(/“([^”]*)”|\d[\d,]*/g, (whole, quoted?: string) => {
    const place = Object.keys(named).length + 1;
    named[place] = quoted ?? Number(whole.replaceAll(',', ''));
    return quoted === undefined ? `{${place}, number}` : `“{${place}}”`;
  });
  return t.knows(around) ? t(around, named) : message;
}

/** Refused because nobody is signed in, or because no good key came along. */
export const unauthorized = (remedy: string): AppError => new AppError('unauthorized', remedy);

/**
 * One line of JSON per fault, for every entry of the product. The message of a failed statement holds its parameters, which are people's data: its cause says what went wrong
 * without them.
 */
export function logFault(error: unknown, requestId: string): void {
  const fault = error instanceof Error && error.message.startsWith('Failed query') ? error.cause : error;
  const said = fault instanceof Error ? `${fault.name}: ${fault.message}` : typeof fault;
  const where = fault instanceof Error ? fault.stack?.split('\n').slice(1, 6).join(' |') : undefined;
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', requestId, said, where }));
}
