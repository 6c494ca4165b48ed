import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Column } from './columns';

/** Who owns a touchpoint and who helps. A touchpoint without an owner is its stage's. */
export function TeamCell({ column: { stage, touchpoint } }: { column: Column; map: JourneyMapView }) {
  const t = useText();
  if (!touchpoint) return <Nothing text={t('No touchpoint')} />;
  const owner = touchpoint.owner ?? stage.owner;
  const helpers = touchpoint.contributors.filter(({ id }) => id !== owner?.id);
  return (
    <div className="flex flex-col gap-0.5 text-xs">
      {owner ? (
        <span className={`break-words ${touchpoint.owner ? 'font-semibold' : 'text-soft'}`}>
          {owner.name}
          {touchpoint.owner ? null : (
            <span title={t('The stage’s owner; the touchpoint names none')}> {t('(stage)')}</span>
          )}
        </span>
      ) : (
        <span className="font-medium text-bad">{t('No owner')}</span>
      )}
      {touchpoint.ownerPerson ? <span className="break-words">{touchpoint.ownerPerson.name}</span> : null}
      {helpers.length > 0 ? (
        <span className="break-words text-soft">
          {t('with {teams}', { teams: helpers.map(({ name }) => name).join(', ') })}
        </span>
      ) : null}
    </div>
  );
}

/** A cell that has nothing to say. */
export function Nothing({ text }: { text: string }) {
  return (
    <span className="text-xs text-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
