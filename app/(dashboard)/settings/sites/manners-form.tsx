'use client';

import { useForm } from '@/app/use-form';
import { CheckField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { SiteSettings } from '@/lib/survey/model/widget-rules';
import { msg } from '@/lib/translate';
import { FormEnd } from '../form-end';
import { settleMannersAction } from './actions';

const DAYS = msg('Give whole days from 0 to 3650.');

/** How often a person is asked at all, and what has to be so before anybody is; for reading only unless an owner. */
export function MannersForm({ site, owner }: { site: SiteSettings; owner: boolean }) {
  const t = useText();
  const { form, pending, refusal, done, error, value } = useForm(settleMannersAction);
  return (
    <form {...form} noValidate>
      <fieldset disabled={!owner} className="flex max-w-xl flex-col gap-4">
        <legend className="sr-only">{t('Manners on your sites')}</legend>
        <TextField
          label={t('Days of rest between any two surveys')}
          name="restDays"
          inputMode="numeric"
          defaultValue={value('restDays', String(site.restDays))}
          error={error('restDays') && t(DAYS)}
          hint={t(
            'For surveys that come by themselves, whatever they ask about. Inline surveys and side tabs wait for the customer and are not held back.',
          )}
        />
        <TextField
          label={t('Days of rest between two about the same touchpoint')}
          name="touchpointRestDays"
          inputMode="numeric"
          defaultValue={value('touchpointRestDays', String(site.touchpointRestDays))}
          error={error('touchpointRestDays') && t(DAYS)}
        />
        <CheckField
          label={t('Respect “do not track” and Global Privacy Control')}
          name="respectDnt"
          defaultChecked={site.respectDnt}
          hint={t(
            'Where a browser sends one of them, nothing comes by itself and nothing is kept in the browser.',
          )}
        />
        <CheckField
          label={t('Wait for consent')}
          name="askConsent"
          defaultChecked={site.askConsent}
          hint={t(
            "Nothing comes by itself and nothing is kept before your site calls milepost('consent', 'granted'). Your consent banner does that.",
          )}
        />
        <FormEnd
          refusal={refusal}
          done={done}
          pending={pending}
          owner={owner}
          saved={t('Saved. Sites follow within five minutes.')}
        />
      </fieldset>
    </form>
  );
}
