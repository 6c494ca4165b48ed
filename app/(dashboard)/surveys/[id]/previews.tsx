'use client';

import { Columns2, Maximize2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { namesContact } from '@/components/survey/pipe-notes';
import { ScaledFrame } from '@/components/survey/scaled-frame';
import { groupName } from '@/components/survey/survey-words';
import { MODE_NAMES } from '@/components/survey/widget-rules';
import { Button } from '@/components/ui/button';
import { CheckField, SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { GROUPS } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { textAt, textPaths } from '@/lib/survey/rules/changes';
import type { Editing } from './editing';

const SURFACES = ['page', 'popover', 'inline', 'modal', 'tab', 'mail'] as const;
type Surface = (typeof SURFACES)[number];
const WIDTHS = [320, 390, 1024] as const;
const SCHEMES = ['light', 'dark', 'both'] as const;

/** The draft as customers meet it, at every place side by side, at any moment of it. Nothing in it is recorded. */
export function Previews({
  surveyId,
  revision,
  editing,
  language,
  chooseLanguage,
  wide,
  setWide,
}: {
  surveyId: string;
  revision: number;
  editing: Editing;
  language: Language;
  chooseLanguage: (tag: Language) => void;
  wide: boolean;
  setWide: (wide: boolean) => void;
}) {
  const t = useText();
  const { content, metric, names, first } = editing;
  const [surface, setSurface] = useState<Surface | 'all'>('all');
  const [scheme, setScheme] = useState<(typeof SCHEMES)[number]>('light');
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(390);
  const [moment, setMoment] = useState('start');
  const [known, setKnown] = useState(false);

  const titles: Record<Surface, string> = {
    page: t('Answer page'),
    popover: t(MODE_NAMES.popover),
    inline: t(MODE_NAMES.inline),
    modal: t(MODE_NAMES.modal),
    tab: t(MODE_NAMES.tab),
    mail: t('Mail'),
  };
  const shown = surface === 'all' ? SURFACES : [surface];
  const schemes = scheme === 'both' ? (['light', 'dark'] as const) : [scheme];
  const [group, sent] = moment.split(' ');
  const asks = new URLSearchParams({
    l: language,
    ...(group === 'start' ? {} : { after: group }),
    ...(sent ? { sent: '' } : {}),
    ...(known ? { known: '' } : {}),
  });
  const personal = textPaths(content).some((path) => namesContact(textAt(content.texts[language], path)));
  const plain = first.topic !== null && textAt(content.texts[language], 'topic').trim() === '';

  return (
    <section aria-labelledby="preview" className="@container flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="preview" className="text-base font-semibold">
          {t('Preview')}
        </h2>
        <div className="flex flex-wrap gap-2">
          <Segments
            label={t('Place')}
            value={surface}
            choose={setSurface}
            options={[['all', t('All##places')], ...SURFACES.map((one) => [one, titles[one]] as const)]}
          />
          <Button
            icon
            size="small"
            className="max-lg:hidden"
            aria-pressed={wide}
            aria-label={wide ? t('Put the preview beside the editor') : t('Give the preview the whole width')}
            title={wide ? t('Put the preview beside the editor') : t('Give the preview the whole width')}
            onClick={() => setWide(!wide)}
          >
            {wide ? (
              <Columns2 aria-hidden="true" className="size-4" />
            ) : (
              <Maximize2 aria-hidden="true" className="size-4" />
            )}
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="min-w-32 flex-1 basis-40">
          <SelectField
            label={t('Language')}
            value={language}
            onChange={(event) => chooseLanguage(event.target.value as Language)}
          >
            {content.languages.map((tag) => (
              <option key={tag} value={tag}>
                {names.find((one) => one.tag === tag)?.name ?? tag}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-32 flex-1 basis-40">
          <SelectField label={t('Moment')} value={moment} onChange={(event) => setMoment(event.target.value)}>
            <option value="start">{t('At first sight')}</option>
            {GROUPS.map((one) => (
              <option key={one} value={one}>
                {t('After {group}', { group: groupName(t, metric, one) })}
              </option>
            ))}
            {GROUPS.map((one) => (
              <option key={one} value={`${one} sent`}>
                {t('Thanks after {group}', { group: groupName(t, metric, one) })}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="flex basis-full flex-wrap gap-2 @4xl:basis-auto">
          <Segments
            label={t('Colours')}
            value={scheme}
            choose={setScheme}
            options={[
              ['light', t('Light')],
              ['dark', t('Dark')],
              ['both', t('Both')],
            ]}
          />
          <Segments
            label={t('Width')}
            value={width}
            choose={setWidth}
            options={WIDTHS.map((one) => [one, t('{width} px', { width: String(one) })] as const)}
          />
        </div>
      </div>
      {personal ? (
        <CheckField
          label={t('Somebody whom you know answers')}
          hint={t('Fills the fields of the contact in; without it, what stands instead is shown.')}
          checked={known}
          onChange={(event) => setKnown(event.target.checked)}
        />
      ) : null}
      {schemes.map((one) => (
        <ul
          key={one}
          aria-label={one === 'dark' ? t('Previews in dark colours') : t('Previews in light colours')}
          className={`grid items-start gap-4 ${
            shown.length === 1 ? '' : width === 1024 ? '@2xl:grid-cols-2' : '@md:grid-cols-2 @4xl:grid-cols-3'
          }`}
        >
          {shown.map((place) => (
            <li key={place} className="min-w-0">
              <h3 className="mb-1.5 text-xs font-medium text-soft">{titles[place]}</h3>
              <div
                className="overflow-hidden rounded-xl border border-line-strong shadow-card"
                style={{ maxWidth: width + 2 }}
              >
                <ScaledFrame
                  src={`/preview/surveys/${surveyId}?as=${place}&scheme=${one}&${asks}`}
                  title={t('{place}, as customers see it', { place: titles[place] })}
                  width={width}
                  height={width === 1024 ? 720 : 640}
                  revision={revision}
                />
              </div>
            </li>
          ))}
        </ul>
      ))}
      <p className="text-xs text-soft">
        {t('Your saved draft, drawn by what customers get. Tap around: nothing is recorded or sent.')}{' '}
        {plain && language === first.tag && first.topic
          ? t('“{example}” stands in until you say what it is about.', { example: first.topic.example })
          : null}
        {plain && language !== first.tag
          ? t(
              'It has no text of yours for what it is about in this language, so the plain question is asked.',
            )
          : null}
      </p>
    </section>
  );
}

function Segments<V extends string | number>({
  label,
  value,
  choose,
  options,
}: {
  label: string;
  value: V;
  choose: (value: V) => void;
  options: readonly (readonly [V, ReactNode])[];
}) {
  return (
    <fieldset className="flex flex-wrap rounded-lg border border-line-strong bg-panel p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map(([one, text]) => (
        <button
          key={one}
          type="button"
          aria-pressed={value === one}
          onClick={() => choose(one)}
          className="min-h-7 rounded-md px-2.5 text-xs font-medium text-soft aria-pressed:bg-primary aria-pressed:text-on-primary"
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
