import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { findCheck, listChecked } from '@/db/queries/agreement';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { askingOf, recordingOf } from '../gates/respondent';
import { proveClock } from '../identity/prove';
import { eraseResponse } from '../response/commands/erase-response';
import { recordResponse } from '../response/commands/record-response';
import { beginCheck, extendCheck, judgeDrawn } from './commands/agreement';
import { addTheme } from './commands/theme';
import { correctTheme } from './commands/voice';
import { readVoices } from './jobs';
import { loadVoices } from './views';
import { loadCheck, loadChecks } from './views/agreement';

testDatabase();

let home: TestWorkspace;
let scope: Scope;
let placement: { placementId: string; key: string };
let themeId: string;

const read = () => readVoices.run(proveClock(home.workspaceId), {});

async function say(comment: string): Promise<string> {
  const responseId = randomUUID();
  const asking = await askingOf(placement.key);
  const body = { seq: 1, state: 'complete', answer: { score: 2, comment } };
  const recording = await recordingOf(asking, { responseId, body, responseKey: null, now: new Date() });
  await recordResponse(asking.scope, recording);
  return responseId;
}

beforeAll(async () => {
  home = await testWorkspace();
  scope = home.scope;
  placement = await testPlacement(scope, 'csat');
  for (let n = 0; n < 8; n += 1) {
    await say(`I waited ${n} hours`);
    await say(`The queue took ${n} hours`);
    await say(`All was lovely, number ${n}`);
  }
  themeId = (await addTheme(scope, { name: 'Waiting', phrases: ['wait*'] })).id;
  await read();
});

test('twenty comments are drawn, judged blind, and compared with what the machine had said', async () => {
  const { id, drawn } = await beginCheck(scope, { themeId });
  expect(drawn).toBe(20);
  let check = await loadCheck(scope, id);
  expect(check).toMatchObject({ drawn: 20, judged: 0, result: null, themeName: 'Waiting' });
  const first = check.next;
  while (check.next) {
    // To the member, queues are waiting too.
    const judgement = /waited|queue/.test(check.next.text) ? 'yes' : 'no';
    await judgeDrawn(scope, { checkId: id, drawnVoiceId: check.next.voiceId, judgement });
    check = await loadCheck(scope, id);
  }
  expect(first?.member).toBeNull();
  const drawnOf = (word: string) => check.differing.filter(({ text }) => text.includes(word)).length;
  expect(drawnOf('queue')).toBe(check.differing.length);
  expect(check.differing.length).toBeGreaterThanOrEqual(4);
  const { result } = check;
  expect(result).toMatchObject({ n: 20, agree: 20 - check.differing.length });
  expect(result?.rightness[0]?.precision ?? { share: 1 }).toMatchObject({ share: 1 });
  expect(result?.rightness[0]?.recall?.share).toBeLessThan(1);
  // What was said counts for the comments, and a taught word finds those that were not drawn too.
  const voices = async () =>
    (await loadVoices(scope, new URLSearchParams(`theme=${themeId}&q=queue`), new Date())).total;
  expect(await voices()).toBe(check.differing.length);
  const taught = { voiceId: check.differing[0]?.voiceId ?? '', themeId, said: true, phrase: 'queue' };
  await correctTheme(scope, taught);
  await read();
  expect(await voices()).toBe(8);
  // The machine's answer stays what it was when the comment was drawn.
  expect((await loadCheck(scope, id)).result?.agree).toBe(result?.agree);

  // What was judged is not drawn again: four are left, then none.
  expect(await extendCheck(scope, { id })).toEqual({ id, drawn: 4 });
  expect((await loadCheck(scope, id)).result).toBeNull();
  await expect(beginCheck(scope, { themeId })).rejects.toMatchObject({ code: 'conflict' });
  expect((await loadChecks(scope, themeId)).checks).toMatchObject([{ id, drawn: 24, judged: 20 }]);
});

test('how comments sound is checked alike, and an erased answer leaves the check', async () => {
  const { id } = await beginCheck(scope, { themeId: null });
  const { next } = await loadCheck(scope, id);
  const asked = { checkId: id, drawnVoiceId: next?.voiceId ?? '' };
  await expect(judgeDrawn(scope, { ...asked, judgement: 'yes' })).rejects.toMatchObject({ code: 'invalid' });
  await judgeDrawn(scope, { ...asked, judgement: 'undecided' });
  const { voices } = await loadVoices(scope, new URLSearchParams(), new Date());
  const judged = voices.find((one) => one.id === next?.voiceId);
  expect(judged).toMatchObject({ sentiment: 'undecided', sentimentSaid: true });
  await eraseResponse(scope, {
    placementId: placement.placementId,
    id: judged?.answer?.responseId ?? '',
  });
  expect(await loadCheck(scope, id)).toMatchObject({ judged: 0, drawn: 19 });
});

test('only whoever began judges, viewers do not, and another workspace sees nothing of it', async () => {
  const { id } = await beginCheck(scope, { themeId: null });
  const { next } = await loadCheck(scope, id);
  const asked = { checkId: id, drawnVoiceId: next?.voiceId ?? '', judgement: 'positive' };
  await expect(judgeDrawn(await home.as('editor'), asked)).rejects.toMatchObject({ code: 'not_found' });
  await expect(judgeDrawn(await home.as('viewer'), asked)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = (await testWorkspace()).scope;
  expect(await findCheck(stranger, id)).toBeNull();
  expect(await listChecked(stranger, [id])).toEqual([]);
  expect((await loadChecks(stranger, null)).checks).toEqual([]);
  await expect(loadChecks(stranger, themeId)).rejects.toMatchObject({ code: 'not_found' });
  await expect(judgeDrawn(stranger, asked)).rejects.toMatchObject({ code: 'not_found' });
  await expect(beginCheck(stranger, { themeId })).rejects.toMatchObject({ code: 'not_found' });
});
