'use client';

import { useForm } from '@/app/use-form';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { formatDay } from '@/lib/format';
import {
  ECONOMIC_FIGURES,
  type EconomicFigure,
  type Economics,
  type FigureOrigin,
  type StoredEconomics,
} from '@/lib/outcomes/model';
import { FIGURE_LABELS, figureText } from '@/lib/outcomes/rules/figure-words';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { assumeEconomicsAction } from './actions';

/** What the team assumes about its business, beside what its outcomes tell. */
export function EconomicsForm({
  stored,
  economics,
  mayEdit,
}: {
  stored: StoredEconomics | null;
  economics: Economics;
  mayEdit: boolean;
}) {
  const t = useText();
  const { form, refusal, done, value, error } = useForm(assumeEconomicsAction);
  return (
    <form {...form}>
      <fieldset disabled={!mayEdit} className="flex flex-col gap-5">
        <legend className="sr-only">{t('Economics')}</legend>
        <div className="max-w-40">
          <TextField
            label={t('Currency')}
            name="currency"
            required
            maxLength={3}
            autoComplete="off"
            defaultValue={value('currency', stored?.currency ?? 'EUR')}
            error={error('currency')}
            hint={t('Three letters, like EUR.')}
          />
        </div>
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {ECONOMIC_FIGURES.map((figure) => (
            <div key={figure} className="flex flex-col gap-1.5">
              <TextField
                label={t(FIGURE_LABELS[figure])}
                name={figure}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={value(figure, figureText(figure, stored?.[figure] ?? null, t))}
                error={error(figure)}
              />
              <Origin
                t={t}
                figure={figure}
                origin={economics.figures[figure].origin}
                value={economics.figures[figure].value}
              />
            </div>
          ))}
        </div>
        <Refusal>{refusal}</Refusal>
        {done ? (
          <Notice tone="good" live>
            {t('Saved.')}
          </Notice>
        ) : null}
        {mayEdit ? (
          <div>
            <SubmitButton>{t('Save')}</SubmitButton>
          </div>
        ) : (
          <p className="text-sm text-soft">{t('Only editors and owners can change this.')}</p>
        )}
      </fieldset>
    </form>
  );
}

function Origin({
  t,
  figure,
  origin,
  value,
}: {
  t: Translate;
  figure: EconomicFigure;
  origin: FigureOrigin | null;
  value: number | null;
}) {
  if (origin === null) return <p className="text-xs text-soft">{t('Nobody has said yet.')}</p>;
  if (origin.kind === 'assumed') {
    const day = formatDay(origin.at.slice(0, 10), t.tongue);
    return (
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
        <Chip>{t('assumed')}</Chip>
        {origin.by === null ? day : t('by {name}, {day}', { name: origin.by, day })}
      </p>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
      <Chip tone="good">{t('measured')}</Chip>
      <span className="tabular">
        <b className="font-semibold text-ink">{figureText(figure, value, t)}</b> (
        {figureText(figure, origin.low, t)} … {figureText(figure, origin.high, t)}), n ={' '}
        {origin.n.toLocaleString(t.tongue)}
        {origin.metric === null ? '' : `, ${t('by {metric}', { metric: METRICS[origin.metric].name })}`}
      </span>
      <span>{t('This is used.')}</span>
    </p>
  );
}
