'use client';

import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { columnsOf } from './columns';
import { useEditor } from './map-editor';

/** What to do next on a map that nobody has answered on yet; gone with the first survey. */
export function FirstSteps({ map }: { map: JourneyMapView }) {
  const t = useText();
  const { open } = useEditor();
  const touchpoints = columnsOf(map).flatMap(({ touchpoint }) => (touchpoint ? [touchpoint] : []));
  const asked = touchpoints.some(({ measures, asking }) => measures.length > 0 || asking);
  const first = touchpoints.find(({ moment }) => moment) ?? touchpoints[0];
  if (asked || !first || map.measures.length > 0 || map.asking) return null;
  return (
    <section
      aria-label={t('Next step')}
      className="no-print flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-panel px-4 py-3"
    >
      <p className="text-sm">
        <span className="font-semibold">{t('The map is a guess until customers answer.')}</span>{' '}
        <span className="text-soft">
          {t(
            'Choose a touchpoint, pick a question, publish it and share its link: answers appear here by themselves.',
          )}
        </span>
      </p>
      <button
        type="button"
        className="inline-flex min-h-9 items-center rounded-lg bg-primary px-3 text-sm font-medium text-on-primary"
        onClick={() => open(first.id)}
      >
        {t('Ask at “{title}”', { title: first.title })}
      </button>
    </section>
  );
}
