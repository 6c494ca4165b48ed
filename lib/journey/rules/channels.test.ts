import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../translate';
import { channelKeySchema } from '../model/touchpoint';
import { channelKeyOf, channelLabel, choosableChannels, sameLabel } from './channels';

describe('the key of a channel', () => {
  test('comes from its label and fits what a touchpoint may hold', () => {
    expect(channelKeyOf('Partner portal', [])).toBe('partner-portal');
    expect(channelKeyOf('  Café & Späti  ', [])).toBe('cafe-spati');
    expect(channelKeyOf('店舗', [])).toBe('channel');
    for (const label of ['x'.repeat(40), '---', 'A  –  B', 'Ünïcödé!']) {
      expect(channelKeySchema.safeParse(channelKeyOf(label, [])).success).toBe(true);
    }
  });

  test('is never one that is taken, not even by the common list', () => {
    expect(channelKeyOf('Visit', [])).toBe('visit-2');
    expect(channelKeyOf('Kiosk', ['kiosk', 'kiosk-2'])).toBe('kiosk-3');
  });
});

test('a retired channel keeps its name and can no longer be chosen', () => {
  const own = [
    { key: 'kiosk', label: 'Kiosk', retired: true },
    { key: 'partner', label: 'Partner', retired: false },
  ];
  expect(channelLabel('kiosk', own, ENGLISH)).toBe('Kiosk');
  const keys = choosableChannels(own, ENGLISH).map(({ key }) => key);
  expect(keys).toContain('partner');
  expect(keys).not.toContain('kiosk');
});

test('labels that differ by case only are the same', () => {
  expect(sameLabel('Kiosk ', 'KIOSK')).toBe(true);
  expect(sameLabel('Kiosk', 'Kiosks')).toBe(false);
});
