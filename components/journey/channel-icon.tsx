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

/** The sign of the main channel, with the names of all for screen readers. */
export function ChannelIcon({
  channels,
  own = [],
  className = 'size-4',
}: {
  channels: readonly string[];
  /** The channels that the workspace added. */
  own?: readonly ChannelView[];
  className?: string;
}) {
  const Icon = ICONS[channels[0] as Channel] ?? CircleDashed;
  return (
    <>
      <Icon aria-hidden="true" className={`shrink-0 text-soft ${className}`} strokeWidth={1.75} />
      <span className="sr-only">{channels.map((key) => channelLabel(key, own)).join(', ')}: </span>
    </>
  );
}
