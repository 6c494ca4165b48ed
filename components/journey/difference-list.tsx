import { Equal } from 'lucide-react';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import type { Difference } from '@/lib/journey/rules/compare';
import { fieldName, type Names, valueText } from '@/lib/journey/rules/field-words';
import { groupedBy } from '@/lib/journey/rules/grouped-by';
import { msg, type Translate } from '@/lib/translate';

const SUBJECTS: Readonly<Record<Difference['subject'], string>> = {
  journey: msg('Journey'),
  persona: msg('Persona'),
  question: msg('Research question'),
  stage: msg('Stage'),
  touchpoint: msg('Touchpoint'),
  statement: msg('Statement'),
  link: msg('Path'),
  handoff: msg('Handoff'),
};

const KINDS = {
  added: { text: msg('Added'), count: msg('{n} added'), tone: 'good' },
  removed: { text: msg('Removed'), count: msg('{n} removed'), tone: 'bad' },
  moved: { text: msg('Moved'), count: msg('{n} moved'), tone: 'quiet' },
  changed: { text: msg('Changed'), count: msg('{n} changed'), tone: 'warn' },
} as const;

/** In what two maps differ, stage by stage, with both values of each field. */
export function DifferenceList({
  differences,
  names,
  from,
  to,
  t,
}: {
  differences: readonly Difference[];
  names: Names;
  /** What the two maps are called. */
  from: string;
  to: string;
  t: Translate;
}) {
  if (differences.length === 0) {
    return (
      <EmptyState icon={Equal} title={t('No difference')}>
        {t('{from} and {to} are the same.', { from, to })}
      </EmptyState>
    );
  }
  const count = (kind: Difference['kind']) => differences.filter((one) => one.kind === kind).length;
  const groups = groupedBy(differences, ({ stage }) => stage?.id ?? '');
  return (
    <>
      <p className="tabular mb-4 text-sm text-soft">
        {(['added', 'removed', 'moved', 'changed'] as const)
          .flatMap((kind) => (count(kind) === 0 ? [] : [t(KINDS[kind].count, { n: count(kind) })]))
          .join(', ')}
      </p>
      <div className="flex flex-col gap-6">
        {[...groups].map(([stageId, list]) => (
          <section key={stageId}>
            <h2 className="mb-2 text-base font-semibold break-words">
              {list[0]?.stage?.title ?? t('The whole journey')}
            </h2>
            <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
              {list.map((one) => (
                <li key={`${one.subject} ${one.id} ${one.kind} ${one.fields.length}`} className="px-4 py-3">
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
                    <Chip tone={KINDS[one.kind].tone}>{t(KINDS[one.kind].text)}</Chip>
                    <span className="text-soft">{t(SUBJECTS[one.subject])}</span>
                    <span className="min-w-0 font-semibold break-words">{one.title}</span>
                  </p>
                  {one.fields.length > 0 ? (
                    <dl className="mt-2 flex flex-col gap-2 text-sm">
                      {one.fields.map(({ field, before, after }) => (
                        <div key={field} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[10rem_1fr_1fr]">
                          <dt className="text-soft first-letter:uppercase">{fieldName(field, t)}</dt>
                          <dd className="min-w-0 break-words text-soft line-through decoration-1">
                            <span className="sr-only">{t('before:')} </span>
                            {valueText(field, before, names, t)}
                          </dd>
                          <dd className="min-w-0 break-words">
                            <span className="sr-only">{t('after:')} </span>
                            {valueText(field, after, names, t)}
                          </dd>
                        </div>
                      ))}
                    </dl>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
