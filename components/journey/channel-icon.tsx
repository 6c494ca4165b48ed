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
import { CHANNEL_LABELS, type Channel } from '@/lib/journey/model';

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

/** The sign of the channel, with its name for screen readers. */
export function ChannelIcon({ channel, className = 'size-4' }: { channel: string; className?: string }) {
  const Icon = ICONS[channel as Channel] ?? CircleDashed;
  return (
    <>
      <Icon aria-hidden="true" className={`shrink-0 text-soft ${className}`} strokeWidth={1.75} />
      <span className="sr-only">{CHANNEL_LABELS[channel as Channel] ?? 'Other'}: </span>
    </>
  );
}
