'use client';

import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import {
  SENTIMENT_LABELS,
  SENTIMENTS,
  VOICE_KIND_LABELS,
  VOICE_KINDS,
  type VoiceAsked,
} from '@/lib/voices/model';

export type VoiceChoices = {
  journeys: { id: string; title: string; touchpoints: { id: string; title: string }[] }[];
  themes: { id: string; name: string }[];
  /** ISO 639-1 with its name. */
  languages: { language: string; name: string }[];
};

/** What the form itself asks for; anything else of the address goes on unseen, but for the page of the list. */
const OWN = new Set(['q', 'journey', 'touchpoint', 'theme', 'sentiment', 'lang', 'kind', 'page']);

/** Which texts are shown: all in the address. Works without script; with it, each choice takes effect at once. */
export function VoicesFilter({
  path,
  asked,
  choices,
}: {
  path: string;
  asked: VoiceAsked;
  choices: VoiceChoices;
}) {
  const t = useText();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const go = () => {
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value === 'string' && value !== '') params.append(name, value);
    }
    router.push(`${path}?${params}`);
  };
  const kept = [...(useSearchParams() ?? [])].filter(([name]) => !OWN.has(name));
  const journeys = choices.journeys.filter(({ id }) => asked.journeyId === null || id === asked.journeyId);
  const choose = { onChange: go };
  return (
    <search>
      <form
        ref={form}
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
        // What stands in the fields follows the address, also when it changes by a link.
        key={JSON.stringify(asked)}
        className="no-print mb-5 grid gap-3 rounded-xl border border-line bg-panel p-4 grid-cols-2 lg:grid-cols-4"
      >
        <TextField
          label={t('Words')}
          name="q"
          defaultValue={asked.q}
          maxLength={100}
          placeholder={t('price, late…')}
        />
        <SelectField label={t('Journey')} name="journey" defaultValue={asked.journeyId ?? ''} {...choose}>
          <option value="">{t('All journeys')}</option>
          {choices.journeys.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('Touchpoint')}
          name="touchpoint"
          defaultValue={asked.touchpointId ?? ''}
          {...choose}
        >
          <option value="">{t('All touchpoints')}</option>
          {journeys.map(({ id, title, touchpoints }) => (
            <optgroup key={id} label={title}>
              {touchpoints.map((touchpoint) => (
                <option key={touchpoint.id} value={touchpoint.id}>
                  {touchpoint.title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <SelectField label={t('Theme')} name="theme" defaultValue={asked.themeId ?? ''} {...choose}>
          <option value="">{t('All themes')}</option>
          {choices.themes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('Sounds')} name="sentiment" defaultValue={asked.sentiment ?? ''} {...choose}>
          <option value="">{t('Anyhow')}</option>
          {SENTIMENTS.map((one) => (
            <option key={one} value={one}>
              {t(SENTIMENT_LABELS[one])}
            </option>
          ))}
          <option value="none">{t('Not told in this language')}</option>
        </SelectField>
        <SelectField label={t('Language')} name="lang" defaultValue={asked.language ?? ''} {...choose}>
          <option value="">{t('All languages')}</option>
          {choices.languages.map(({ language, name }) => (
            <option key={language} value={language}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('Kind')} name="kind" defaultValue={asked.kind ?? ''} {...choose}>
          <option value="">{t('All kinds')}</option>
          {VOICE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(VOICE_KIND_LABELS[kind])}
            </option>
          ))}
        </SelectField>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="col-span-full flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" size="small">
            {t('Show')}
          </Button>
          <Link href={path} className={buttonClass({ variant: 'quiet', size: 'small' })}>
            {t('Clear the filter')}
          </Link>
        </div>
      </form>
    </search>
  );
}
