import { Chip } from '@/components/ui/chip';
import type { JourneyDocument } from '@/lib/journey/model/document';
import {
  STATEMENT_KIND_LABELS,
  STATEMENT_KINDS,
  STATEMENT_STATE_LABELS,
} from '@/lib/journey/model/statement';
import { channelLabel } from '@/lib/journey/rules/channels';
import type { Translate } from '@/lib/translate';

type Statement = JourneyDocument['statements'][number];

/** A map as a document has it, to be read only: its stages and touchpoints with what is said of them. No answers. */
export function DocumentPreview({ document, t }: { document: JourneyDocument; t: Translate }) {
  const { journey, stages, touchpoints, statements, personas } = document;
  const teams = new Map(document.teams.map(({ id, name }) => [id, name]));
  const ownerOf = (id: string | null) => (id === null ? null : (teams.get(id) ?? null));
  const channels = document.channels.map((one) => ({ ...one, retired: false }));
  return (
    <div className="flex flex-col gap-5">
      <section aria-label={t('The journey')} className="max-w-3xl">
        <h2 className="text-lg font-semibold break-words">{journey.title}</h2>
        {journey.objective ? <p className="mt-1 text-soft">{journey.objective}</p> : null}
        {personas.length > 0 ? (
          <p className="mt-1 text-sm text-soft">{personas.map(({ name }) => name).join(', ')}</p>
        ) : null}
        <Statements
          t={t}
          list={statements.filter(({ stageId, touchpointId }) => stageId === null && touchpointId === null)}
        />
      </section>
      {stages.length === 0 ? <p className="text-soft">{t('There was no stage yet.')}</p> : null}
      <ol className="flex flex-col gap-5">
        {stages.map((stage) => {
          const own = touchpoints.filter(({ stageId }) => stageId === stage.id);
          return (
            <li key={stage.id}>
              <h3 className="text-base font-semibold break-words">{stage.title}</h3>
              <p className="text-sm text-soft">
                {[
                  stage.goal,
                  ownerOf(stage.ownerTeamId) && t('{name} owns', { name: ownerOf(stage.ownerTeamId) ?? '' }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <Statements
                t={t}
                list={statements.filter(
                  ({ stageId, touchpointId }) => stageId === stage.id && touchpointId === null,
                )}
              />
              <ol className="mt-2 grid gap-2.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
                {own.map((one) => (
                  <li key={one.id} className="min-w-0 rounded-xl border border-line bg-panel px-3.5 py-3">
                    <h4 className="text-sm font-semibold break-words">{one.title}</h4>
                    <p className="mt-0.5 text-xs text-soft">
                      {[
                        one.channels.map((key) => channelLabel(key, channels, t)).join(', '),
                        ownerOf(one.ownerTeamId),
                        one.moment && t('a moment that matters'),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <Statements
                      t={t}
                      list={statements.filter(({ touchpointId }) => touchpointId === one.id)}
                    />
                  </li>
                ))}
                {own.length === 0 ? (
                  <li className="text-sm text-soft">{t('No touchpoint in this stage.')}</li>
                ) : null}
              </ol>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Statements({ list, t }: { list: readonly Statement[]; t: Translate }) {
  if (list.length === 0) return null;
  const sorted = [...list].sort((a, b) => STATEMENT_KINDS.indexOf(a.kind) - STATEMENT_KINDS.indexOf(b.kind));
  return (
    <ul className="mt-2 flex flex-col gap-1.5 text-sm">
      {sorted.map(({ id, kind, text, state }) => (
        <li key={id} className="break-words">
          <span className="text-xs font-medium text-soft">{t(STATEMENT_KIND_LABELS[kind])}</span>{' '}
          <span className={state === 'refuted' ? 'line-through' : ''}>{text}</span>{' '}
          <Chip tone="quiet" className="!min-h-5 !text-2xs">
            {t(STATEMENT_STATE_LABELS[state])}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
