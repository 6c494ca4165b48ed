import { expect, test } from 'vitest';
import type { HookMessage } from '../model/hook';
import { hookBody } from './hook-body';

const message: HookMessage = {
  event: 'alert.raised',
  alert: { id: 'a', kind: 'score', text: 'x', raisedAt: '2026-06-01T00:00:00.000Z', url: 'https://m.test/a' },
  subject: { lineageId: 'l', title: 'Book' },
};
const about = {
  id: 'd',
  sentAt: new Date('2026-06-01T10:00:00Z'),
  workspaceId: 'w',
  message,
  text: 'Very likely <!channel> & low',
};

test('a signed message names itself, its event and its time', () => {
  expect(JSON.parse(hookBody('milepost', about))).toEqual({
    id: 'd',
    event: 'alert.raised',
    version: 1,
    createdAt: '2026-06-01T10:00:00.000Z',
    workspaceId: 'w',
    alert: message.alert,
    subject: { lineageId: 'l', title: 'Book' },
    text: about.text,
  });
});

test('text for a chat calls nobody, whatever a title says', () => {
  expect(JSON.parse(hookBody('slack', about))).toEqual({
    text: 'Very likely &lt;!channel&gt; &amp; low\n<https://m.test/a>',
  });
});
