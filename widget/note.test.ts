import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Core } from './core';
import { keep, note } from './note';
import { run as resend } from './resend';

const RESPONSE =
  'https://ask.example/api/v1/placements/Lm7Q2xKp9abc/responses/0b0b0b0b-1111-4222-8333-444444444444';

/** A page whose storage holds this; `may`: whether anything may be kept. */
function page(stored: object = {}, may = true) {
  const storage = { milepost: JSON.stringify(stored) };
  const core = {
    _held: { v: 2 },
    _holds: 1,
    _storage: () => storage,
    _mayKeep: () => may,
    _read(write?: 1) {
      if (may && write) storage.milepost = JSON.stringify(core._held);
      else if (may) Object.assign(core._held, JSON.parse(storage.milepost));
      return core._held;
    },
  } as unknown as Core;
  return { core, stored: () => JSON.parse(storage.milepost) as Record<string, unknown> };
}

afterEach(() => vi.unstubAllGlobals());

describe('what is noted of a survey', () => {
  test('stands beside what another tab has noted since', () => {
    const { core, stored } = page({ a: { shown: 1, draw: 0.5 }, b: { shown: 9 } });
    note(core, 'a', { answered: 2 });
    expect(stored()).toEqual({ v: 2, a: { shown: 1, draw: 0.5, answered: 2 }, b: { shown: 9 } });
  });

  test('lasts for the page where nothing may be kept', () => {
    const { core, stored } = page({}, false);
    note(core, 'a', { shown: 1 });
    expect(core._held.a).toEqual({ shown: 1 });
    expect(stored()).toEqual({});
  });
});

describe('an answer that waits', () => {
  test('is kept in its newest form until it is acknowledged, and leaves nothing behind', () => {
    const { core, stored } = page();
    keep(core, RESPONSE, '{"seq":1}');
    keep(core, RESPONSE, '{"seq":2}');
    expect(stored().w).toEqual({ [RESPONSE]: '{"seq":2}' });
    keep(core, RESPONSE);
    expect(stored().w).toEqual({});
  });

  test.each([
    [201, false, true],
    [200, false, true],
    [410, false, false],
    [422, false, false],
    [429, true, false],
    [503, true, false],
    [null, true, false],
  ])('on a later page, answered with %j: kept %j, counts as answered %j', async (status, kept, answered) => {
    const { core, stored } = page({ v: 2, w: { [RESPONSE]: '{"seq":2}' } });
    const sent = vi.fn(async () =>
      status ? new Response('{}', { status }) : Promise.reject(new TypeError('offline')),
    );
    vi.stubGlobal('fetch', sent);
    core._read();
    await resend(core);
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      RESPONSE,
      expect.objectContaining({ method: 'PUT', body: '{"seq":2}' }),
    );
    expect(Object.keys(stored().w as object)).toEqual(kept ? [RESPONSE] : []);
    expect('Lm7Q2xKp9abc' in stored()).toBe(answered);
    expect(core._holds).toBe(0);
  });

  test('that is no answer of ours is forgotten unsent', async () => {
    const { core, stored } = page({ v: 2, w: { 'https://elsewhere.example/': 'x' } });
    vi.stubGlobal('fetch', () => expect.unreachable());
    core._read();
    await resend(core);
    expect(stored().w).toEqual({});
  });
});
