import { GitMerge, Split } from 'lucide-react';
import { formatDay } from '@/lib/format';
import type { JourneyMapView, TouchpointDetailView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { lineageNotes } from './lineage-words';

/** Says whose answers a touchpoint shows where it is not only its own; nothing otherwise. */
export function LineageNote({
  detail: { touchpoint, parts },
  language,
  t,
}: {
  detail: TouchpointDetailView;
  language: JourneyMapView['language'];
  t: Translate;
}) {
  const notes = lineageNotes(touchpoint, parts, (on) => formatDay(on, language), t);
  if (notes.length === 0) return null;
  const Icon = parts.length > 1 ? GitMerge : Split;
  return (
    <div className="flex gap-2.5 bg-head px-5 py-3 text-xs leading-5">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-soft" />
      <div>
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences in a fixed order, two of which may be equal
          <p key={index}>{note}</p>
        ))}
      </div>
    </div>
  );
}
