import { formatDay } from '../../format';
import { channelLabel } from '../../journey/rules/channels';
import { msg, type Translate } from '../../translate';
import type { TrialBy } from '../model/trial';

/** What the groups of a trial may be. */
export type NamedGroups = {
  /** The workspace's own channels. */
  ownChannels: readonly { key: string; label: string }[];
  campaigns: readonly { id: string; name: string }[];
  placements: readonly { id: string; survey: string; kind: string; channel: string; openedOn: string }[];
  versions: readonly { surveyId: string; version: number; survey: string }[];
};

const KINDS: Readonly<Record<string, string>> = {
  link: msg('link##a way to ask'),
  email: msg('e-mail##a way to ask'),
  widget: msg('widget##a way to ask'),
};

/** What a group of a trial is called; null where it is a campaign, placement or version that is gone. */
export function groupName(by: TrialBy, value: string, groups: NamedGroups, t: Translate): string | null {
  if (by === 'segment') return value;
  if (by === 'channel') return channelLabel(value, groups.ownChannels, t);
  if (by === 'campaign') return groups.campaigns.find(({ id }) => id === value)?.name ?? null;
  if (by === 'version') {
    const one = groups.versions.find(({ surveyId, version }) => `${surveyId}.${version}` === value);
    return one ? t('{survey}, version {version}', { survey: one.survey, version: one.version }) : null;
  }
  const nameOf = ({ survey, kind, channel, openedOn }: NamedGroups['placements'][number]) => {
    const where = channel && channelLabel(channel, groups.ownChannels, t);
    return [survey, t(KINDS[kind] ?? kind), where, formatDay(openedOn, t.tongue)].filter(Boolean).join(', ');
  };
  const one = groups.placements.find(({ id }) => id === value);
  if (!one) return null;
  // Two that were opened alike on one day are told apart by their number.
  const alike = groups.placements.filter((other) => nameOf(other) === nameOf(one));
  return alike.length > 1 ? `${nameOf(one)} (${alike.indexOf(one) + 1})` : nameOf(one);
}
