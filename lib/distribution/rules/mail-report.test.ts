import { expect, test } from 'vitest';
import { readMailReport } from './mail-report';

const WORKSPACE = '0199d2f0-0000-7000-8000-000000000001';
const MAIL = '0199d2f0-0000-7000-8000-000000000002';
const event = (type: string, more: object = {}, tag: unknown = `${WORKSPACE}_${MAIL}`) => ({
  type,
  created_at: '2026-02-22T23:41:12.126Z',
  data: { email_id: 'x', to: ['ana@example.com'], tags: { milepost_mail: tag, category: 'a' }, ...more },
});
const kindOf = (value: unknown) => readMailReport(value, 'msg_1')?.report.kind ?? null;

test('an event names its workspace, its mail and itself', () => {
  const bounce = { type: 'Permanent', subType: 'General', message: 'No such mailbox' };
  expect(readMailReport(event('email.bounced', { bounce }), 'msg_1')).toEqual({
    workspaceId: WORKSPACE,
    report: { mailId: MAIL, eventId: 'msg_1', kind: 'bounced', reason: 'No such mailbox' },
  });
});

test.each([
  ['Permanent', 'bounced'],
  ['permanent', 'bounced'],
  ['Transient', 'lost'],
  ['Undetermined', 'lost'],
  ['Something new', 'lost'],
])('a bounce of the type %s is %s', (type, kind) => {
  expect(kindOf(event('email.bounced', { bounce: { type, subType: 'General', message: '' } }))).toBe(kind);
});

test('a bounce that does not say for how long does not stop an address', () => {
  expect(kindOf(event('email.bounced'))).toBe('lost');
});

test.each([
  ['email.complained', 'complained'],
  ['email.suppressed', 'bounced'],
  ['email.failed', 'failed'],
  ['email.sent', null],
  ['email.delivered', null],
  ['email.delivery_delayed', null],
  ['email.opened', null],
  ['email.clicked', null],
])('%s says %s', (type, kind) => {
  expect(kindOf(event(type))).toBe(kind);
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'email.bounced'],
  ['a list', []],
  ['no data', { type: 'email.complained' }],
  ['no tags', { type: 'email.complained', data: {} }],
  ['a list of tags', { type: 'email.complained', data: { tags: [] } }],
  ['a tag that is no text', event('email.complained', {}, 7)],
  ['a tag without a mail', event('email.complained', {}, WORKSPACE)],
  ['a tag without a workspace', event('email.complained', {}, `_${MAIL}`)],
  ['a tag of something else', event('email.complained', {}, `${WORKSPACE}_order-7`)],
])('%s says nothing', (_, value) => {
  expect(kindOf(value)).toBeNull();
});

test('an event without a name says nothing, because it could not be told from its repetition', () => {
  expect(readMailReport(event('email.complained'), '')).toBeNull();
});
