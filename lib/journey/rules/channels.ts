import { CHANNEL_LABELS, CHANNELS, type Channel } from '../model';

/**
 * What a channel is called: one of every workspace's, or one that this workspace added.
 *
 * @example channelLabel('email', []) // 'E-mail'
 */
export function channelLabel(key: string, own: readonly { key: string; label: string }[]): string {
  return (
    (CHANNEL_LABELS as Readonly<Record<string, string>>)[key] ??
    own.find((one) => one.key === key)?.label ??
    CHANNEL_LABELS.other
  );
}

/** The channels that may be chosen now, every workspace's first: what was retired is not among them. */
export function choosableChannels(
  own: readonly { key: string; label: string; retired: boolean }[],
): { key: string; label: string }[] {
  return [
    ...CHANNELS.map((key: Channel) => ({ key, label: CHANNEL_LABELS[key] })),
    ...own.filter(({ retired }) => !retired).map(({ key, label }) => ({ key, label })),
  ];
}
