import {
  AppWindow,
  CircleDashed,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  Package,
  Phone,
  Search,
  Share2,
  Smartphone,
  Store,
  Wrench,
} from 'lucide-react';
import type { ChannelView } from '@/lib/insights/model';
import type { Channel } from '@/lib/journey/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import type { Translate } from '@/lib/translate';

const ICONS: Readonly<Record<Channel, LucideIcon>> = {
  website: Globe,
  app: Smartphone,
  email: Mail,
  sms: MessageSquareText,
  phone: Phone,
  chat: MessageCircle,
  shop: Store,
  visit: Wrench,
  post: Package,
  social: Share2,
  search: Search,
  product: AppWindow,
  other: CircleDashed,
};

/** The sign of one channel; a channel that the workspace added has the common one for others. */
export function ChannelSign({ channel, className = 'size-4' }: { channel: string; className?: string }) {
  const Icon = ICONS[channel as Channel] ?? CircleDashed;
  return <Icon aria-hidden="true" className={`shrink-0 text-soft ${className}`} strokeWidth={1.75} />;
}

/** The sign of the main channel and how many more there are, with the names of all for screen readers. */
export function ChannelIcon({
  channels,
  own = [],
  className = 'size-4',
  t,
}: {
  channels: readonly string[];
  /** The channels that the workspace added. */
  own?: readonly ChannelView[];
  className?: string;
  t: Translate;
}) {
  const names = channels.map((key) => channelLabel(key, own, t)).join(', ');
  return (
    <>
      <span className="flex shrink-0 items-center gap-0.5" title={names}>
        <ChannelSign channel={channels[0] ?? 'other'} className={className} />
        {channels.length > 1 ? (
          <span aria-hidden="true" className="tabular mt-0.5 text-2xs leading-4 text-soft">
            +{channels.length - 1}
          </span>
        ) : null}
      </span>
      <span className="sr-only">{names}: </span>
    </>
  );
}
