import { expect, test } from 'vitest';
import { sayIn } from '../../messages/say-in';
import { ENGLISH } from '../../translate';
import { groupName } from './group-name';

test('groups are called as the team calls them, and two alike by their number', () => {
  const placement = { survey: 'Effort', kind: 'widget', channel: 'web', openedOn: '2026-05-01' };
  const groups = {
    ownChannels: [{ key: 'web', label: 'Web shop' }],
    campaigns: [{ id: 'c', name: 'May' }],
    placements: [
      { ...placement, id: 'p' },
      { ...placement, id: 'q' },
      { ...placement, id: 'r', kind: 'link', channel: '' },
    ],
    versions: [{ surveyId: 's', version: 2, survey: 'Effort' }],
  };
  expect(groupName('segment', 'Plus', groups, ENGLISH)).toBe('Plus');
  expect(groupName('channel', 'web', groups, ENGLISH)).toBe('Web shop');
  expect(groupName('channel', 'phone', groups, sayIn('de'))).toBe('Telefon');
  expect(groupName('campaign', 'c', groups, ENGLISH)).toBe('May');
  expect(groupName('campaign', 'gone', groups, ENGLISH)).toBeNull();
  expect(groupName('placement', 'q', groups, ENGLISH)).toBe('Effort, widget, Web shop, 1 May 2026 (2)');
  expect(groupName('placement', 'r', groups, ENGLISH)).toBe('Effort, link, 1 May 2026');
  expect(groupName('version', 's.2', groups, ENGLISH)).toBe('Effort, version 2');
  expect(groupName('version', 's.3', groups, ENGLISH)).toBeNull();
});
