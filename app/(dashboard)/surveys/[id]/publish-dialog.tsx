'use client';

import { useState } from 'react';
import { ChangeList } from '@/components/survey/change-list';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { Metric } from '@/lib/scoring/metrics';
import type { Language } from '@/lib/survey/model/language';
import type { Change } from '@/lib/survey/rules/changes';

export type Series = 'same' | 'new';

/** What publishing would do; `broken` are the languages in which the question itself is another than people answered. */
export type Review = { changes: readonly Change[]; broken: readonly Language[] };

/** Says what customers will meet differently, asks how the scores go on where the question changed, and publishes. */
export function PublishDialog({
  review,
  onClose,
  onPublish,
  metric,
  answers,
  version,
  nameOf,
  reasonOf,
}: {
  review: Review | null;
  onClose: () => void;
  /** Resolves to null when it is published, else to the sentence that says why not. */
  onPublish: (series: Series | undefined) => Promise<string | null>;
  metric: Metric;
  answers: number;
  version: number;
  nameOf: (tag: Language) => string;
  reasonOf: (id: string) => string;
}) {
  const t = useText();
  const [series, setSeries] = useState<Series | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const breaks = (review?.broken.length ?? 0) > 0;

  function close() {
    setSeries(null);
    setRefusal(null);
    onClose();
  }

  async function publish() {
    setBusy(true);
    setRefusal(null);
    const why = await onPublish(breaks ? (series ?? undefined) : undefined);
    setBusy(false);
    if (why === null) close();
    else setRefusal(why);
  }

  return (
    <Dialog
      open={review !== null}
      onClose={close}
      title={t('Publish version {version}', { version })}
      footer={
        <DialogEnd close={close}>
          <Button
            variant="primary"
            disabled={busy || (breaks && series === null)}
            aria-busy={busy}
            onClick={publish}
          >
            {busy ? t('Publishing…') : t('Publish version {version}', { version })}
          </Button>
        </DialogEnd>
      }
    >
      {review ? (
        <div className="flex flex-col gap-4">
          <div>
            <h3 className="mb-2 text-sm font-semibold">{t('What customers will meet differently')}</h3>
            <ChangeList {...{ t, metric, nameOf, reasonOf }} changes={review.changes} />
          </div>
          {breaks ? (
            <fieldset className="flex flex-col gap-2.5 rounded-lg border border-line-strong p-3.5">
              <legend className="px-1 text-sm font-semibold">{t('The question itself has changed')}</legend>
              <p className="text-sm">
                {t(
                  '{n, plural, one {# person has answered it as it was.} other {# people have answered it as it was.}} Scores can be compared only while the question means the same.',
                  { n: answers },
                )}
              </p>
              <Choice
                chosen={series === 'same'}
                choose={() => setSeries('same')}
                label={t('It still means the same')}
                hint={t(
                  'Such as a corrected typo. Old and new answers count together in one score, and the curve goes on.',
                )}
              />
              <Choice
                chosen={series === 'new'}
                choose={() => setSeries('new')}
                label={t('Begin a new series')}
                hint={t(
                  'The score starts again with no answers. The old answers stay, as a series of their own that is never mixed with the new one.',
                )}
              />
            </fieldset>
          ) : null}
          <p className="text-xs text-soft">
            {t(
              'Every open place asks the new version from now on; sites with the widget follow within five minutes. The version before stays in the list.',
            )}
          </p>
          <Refusal>{refusal}</Refusal>
        </div>
      ) : null}
    </Dialog>
  );
}

function Choice({
  chosen,
  choose,
  label,
  hint,
}: {
  chosen: boolean;
  choose: () => void;
  label: string;
  hint: string;
}) {
  return (
    <label className="flex gap-2.5 rounded-lg border border-line p-3 has-checked:border-ink has-checked:ring-1 has-checked:ring-ink">
      <input
        type="radio"
        name="series"
        checked={chosen}
        onChange={choose}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
      />
      <span className="flex flex-col gap-0.5">
        <span className="text-sm font-medium">{label}</span>
        <span className="text-xs text-soft">{hint}</span>
      </span>
    </label>
  );
}
