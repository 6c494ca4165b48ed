import type { Metadata } from 'next';
import { BadFilter } from '@/app/(dashboard)/journeys/[id]/bad-filter';
import { openMap } from '@/app/(dashboard)/journeys/[id]/open-map';
import { filterText } from '@/components/journey/filter-text';
import { MeasureCards } from '@/components/journey/measure-cards';
import { quotesHref } from '@/components/journey/quotes-href';
import { SlideKeys } from '@/components/journey/slide-keys';
import { TouchpointSlide } from '@/components/journey/touchpoint-slide';
import { formatList } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import type { JourneyMapView } from '@/lib/insights/model';
import { loadChosenQuotes } from '@/lib/insights/views/chosen-quotes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Presentation') };
}

/** Quotes that a slide has room for. */
const MOST_QUOTES = 3;

/** The journey for a room of people: a first slide, then one per touchpoint. `at` is the slide's number, 0 first. */
export default async function Present(asked: Parameters<typeof openMap>[0]) {
  const { id, member, map, refusal, search } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints.map((one) => ({ stage, one })));
  const wanted = Number(search.get('at') ?? 0);
  const at = Number.isInteger(wanted) ? Math.min(touchpoints.length, Math.max(0, wanted)) : 0;
  search.delete('at');
  const slide = touchpoints[at - 1];
  const t = await readText();
  const quotes = slide ? await loadChosenQuotes(member.scope, map, [slide.one]) : null;
  const hrefOf = (place: number) => {
    const params = new URLSearchParams(search);
    if (place > 0) params.set('at', String(place));
    const query = params.toString();
    return `/journeys/${id}/present${query ? `?${query}` : ''}`;
  };
  const back = search.toString();
  return (
    <main id="main" className="flex min-h-dvh flex-col gap-8 bg-panel px-5 py-5 sm:px-12 sm:py-8">
      <SlideKeys
        previous={at > 0 ? hrefOf(at - 1) : null}
        next={at < touchpoints.length ? hrefOf(at + 1) : null}
        first={hrefOf(0)}
        last={hrefOf(touchpoints.length)}
        leave={`/journeys/${id}${back ? `?${back}` : ''}`}
        place={t('{n} of {all}', { n: String(at + 1), all: String(touchpoints.length + 1) })}
      />
      {slide ? (
        <TouchpointSlide
          map={map}
          stage={slide.stage}
          touchpoint={slide.one}
          quotes={quotes?.get(slide.one.id)?.slice(0, MOST_QUOTES) ?? null}
          choose={may(member.scope.actor, 'voice.choose') ? quotesHref(map, slide.one.id) : null}
          t={t}
        />
      ) : (
        <Cover map={map} />
      )}
    </main>
  );
}

async function Cover({ map }: { map: JourneyMapView }) {
  const t = await readText();
  return (
    <div className="flex grow flex-col justify-center gap-6">
      <p className="text-lg text-soft">
        {formatList(
          map.personas.map(({ name }) => name),
          t.tongue,
        )}
      </p>
      <h1 className="text-5xl leading-tight font-bold tracking-tight text-balance break-words sm:text-6xl">
        {map.title}
      </h1>
      {map.objective ? <p className="max-w-3xl text-2xl text-balance">{map.objective}</p> : null}
      <p className="text-lg text-soft">{filterText(map, t)}</p>
      <MeasureCards map={map} add={null} t={t} />
    </div>
  );
}
