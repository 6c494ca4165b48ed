import { type IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { AppError } from '../lib/errors';
import { ANY_ORIGIN, sendProblem, wantsNoBody } from './reply';

test('a failed statement is logged by its cause, without the people’s data among its parameters', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const cause = new Error('relation is missing');
  const res = new ServerResponse({ method: 'GET' } as never);
  sendProblem(res, new Error('Failed query: select $1\nparams: ana@example.com', { cause }));
  const line = logged.mock.calls.flat().join(' ');
  logged.mockRestore();
  expect(res.statusCode).toBe(500);
  expect(line).toContain('relation is missing');
  expect(line).not.toContain('ana@example.com');
});

test('a page of another origin may read when to come back', () => {
  const res = new ServerResponse({ method: 'PUT' } as never);
  const written = vi.spyOn(res, 'writeHead');
  sendProblem(res, new AppError('too_many', 'Come back later.', { retryAfterSeconds: 7 }), ANY_ORIGIN);
  expect(written).toHaveBeenCalledExactlyOnceWith(
    429,
    expect.objectContaining({ 'access-control-expose-headers': 'Retry-After', 'retry-after': '7' }),
  );
});

test.each([
  ['*/*;q=0', true],
  ['*/*; q=0.0', true],
  ['*/*', false],
  ['application/json, */*;q=0', false],
  ['*/*;q=0.5', false],
  [undefined, false],
])('a client that accepts %j is sent no body: %j', (accept, none) => {
  expect(wantsNoBody({ headers: { accept } } as IncomingMessage)).toBe(none);
});
