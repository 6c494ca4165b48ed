import Link from 'next/link';
import type { Story } from '@/lib/insights/rules/story';
import type { Translate } from '@/lib/translate';

/** A journey to read: one paragraph per touchpoint, with the numbers of the map. */
export function StoryView({
  story,
  hrefOf,
  t,
}: {
  story: Story;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  return (
    <article className="max-w-prose text-base leading-6">
      {story.opening.length > 0 ? <p>{story.opening.join(' ')}</p> : null}
      {story.stages.map((stage) => (
        <section key={stage.id} className="mt-8 break-inside-avoid-page">
          <h2 className="text-lg font-bold">{stage.title}</h2>
          <p className="mt-1 text-soft">{stage.sentences.join(' ')}</p>
          {stage.paragraphs.map((one) => (
            <section key={one.touchpointId} className="mt-5">
              <h3 className="font-semibold">
                <Link href={hrefOf(one.touchpointId)} className="underline-offset-2 hover:underline">
                  {one.title}
                </Link>
              </h3>
              <p className="mt-0.5 break-words">{one.sentences.join(' ')}</p>
              {one.quote ? (
                <blockquote className="mt-2 border-l-2 border-line-strong pl-3 break-words italic">
                  {t('“{words}”', { words: one.quote })}
                </blockquote>
              ) : null}
            </section>
          ))}
          {stage.paragraphs.length === 0 ? (
            <p className="mt-2 text-soft">{t('Nothing happens here yet.')}</p>
          ) : null}
        </section>
      ))}
      {story.closing.length > 0 ? <p className="mt-8">{story.closing.join(' ')}</p> : null}
    </article>
  );
}
