import { useText } from '@/components/ui/text';
import type { JourneyMapView, StatementView } from '@/lib/insights/model';
import { EFFECT_LABELS, type StatementKind } from '@/lib/journey/model/statement';
import type { Column } from './columns';
import { STATE_BORDER, StateLabel, StatementText } from './statement-look';

/** A cell says the first of them; the drawer has all. */
const MOST = 3;

/**
 * The statements of one kind about a touchpoint, each framed by how sure it is. Those about the whole stage stand in the
 * stage's first cell and say so.
 */
export function StatementCell({
  column,
  map,
  kind,
}: {
  column: Column;
  map: JourneyMapView;
  kind: StatementKind;
}) {
  const t = useText();
  const statements = statementsIn(column, map, kind);
  if (statements.length === 0) {
    return (
      <span className="text-xs text-soft">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('Nothing said')}</span>
      </span>
    );
  }
  return (
    <ul className="flex flex-col gap-1.5 text-xs">
      {statements.slice(0, MOST).map((statement) => (
        <li key={statement.id} className={`rounded-md px-2 py-1.5 ${STATE_BORDER[statement.state]}`}>
          <span className="line-clamp-4">
            <StatementText statement={statement} t={t} />
          </span>
          <span className="mt-0.5 flex flex-wrap gap-x-2 text-2xs text-soft">
            <StateLabel state={statement.state} short t={t} />
            {[
              statement.touchpointId === null ? t('Whole stage') : null,
              statement.effect && t(EFFECT_LABELS[statement.effect]),
              map.personas.find(({ id }) => id === statement.personaId)?.name,
            ]
              .filter(Boolean)
              .map((note) => (
                <span key={note}>{note}</span>
              ))}
          </span>
        </li>
      ))}
      {statements.length > MOST ? (
        <li className="px-2 text-soft">{t('and {n} more', { n: statements.length - MOST })}</li>
      ) : null}
    </ul>
  );
}

/** What the cell of a column says of a kind; empty where nobody said anything. */
export function statementsIn(
  { stage, touchpoint, index }: Pick<Column, 'stage' | 'touchpoint' | 'index'>,
  map: Pick<JourneyMapView, 'statements'>,
  kind: StatementKind,
): StatementView[] {
  return map.statements.filter(
    (one) =>
      one.kind === kind &&
      (one.touchpointId === null
        ? one.stageId === stage.id && index === 0
        : one.touchpointId === touchpoint?.id),
  );
}
