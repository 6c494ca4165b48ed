import type { Translate } from '../../translate';
import { CHANNEL_LABELS, CHANNELS, type Channel } from '../model';

/**
 * What a channel is called: one of every workspace's, or one that this workspace added.
 *
 * @example channelLabel('email', [], ENGLISH) // 'E-mail'
 */
export function channelLabel(
  key: string,
  own: readonly { key: string; label: string }[],
  t: Translate,
): string {
  const common = (CHANNEL_LABELS as Readonly<Record<string, string>>)[key];
  return common ? t(common) : (own.find((one) => one.key === key)?.label ?? t(CHANNEL_LABELS.other));
}

/** The channels that may be chosen now, every workspace's first: what was retired is not among them. */
export function choosableChannels(
  own: readonly { key: string; label: string; retired: boolean }[],
  t: Translate,
): { key: string; label: string }[] {
  return [
    ...CHANNELS.map((key: Channel) => ({ key, label: t(CHANNEL_LABELS[key]) })),
    ...own.filter(({ retired }) => !retired).map(({ key, label }) => ({ key, label })),
  ];
}

/**
 * The key of a channel that is added: from its label, and none that is taken. It stays when the channel is renamed,
 * because touchpoints hold it.
 *
 * @example channelKeyOf('Partner portal', []) // 'partner-portal'
 */
export function channelKeyOf(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '');
  const stem = plain || 'channel';
  const known = new Set<string>([...CHANNELS, ...taken]);
  if (!known.has(stem)) return stem;
  for (let number = 2; ; number += 1) if (!known.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** Whether two labels would be mistaken for each other. */
export function sameLabel(one: string, other: string): boolean {
  const plain = (label: string) => label.trim().normalize('NFKC').toLowerCase();
  return plain(one) === plain(other);
}
