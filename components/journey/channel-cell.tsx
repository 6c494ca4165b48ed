import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import { ChannelSign } from './channel-icon';
import type { Column } from './columns';
import { Nothing } from './team-cell';

/** Where a touchpoint happens, the main channel first. */
export function ChannelCell({ column: { touchpoint }, map }: { column: Column; map: JourneyMapView }) {
  const t = useText();
  if (!touchpoint) return <Nothing text={t('No touchpoint')} />;
  return (
    <ul className="flex flex-col gap-0.5 text-xs">
      {touchpoint.channels.map((key, index) => (
        <li key={key} className={`flex items-start gap-1.5 ${index === 0 ? 'font-semibold' : 'text-soft'}`}>
          <ChannelSign channel={key} className="mt-px size-3.5" />
          <span className="min-w-0 break-words">{channelLabel(key, map.channels, t)}</span>
        </li>
      ))}
    </ul>
  );
}
