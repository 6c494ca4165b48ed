import { ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { sendProblem } from './reply';

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
