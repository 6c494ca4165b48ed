'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { ChannelIcon } from '@/components/journey/channel-icon';
import { Button } from '@/components/ui/button';
import { CheckField, TextArea, TextField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { JourneyTemplate } from '@/lib/journey/model';
import { startJourney } from './actions';

/** Template or nothing, then what the journey is for and whose it is. */
export function NewJourneyForm({
  templates,
  personas,
}: {
  templates: readonly JourneyTemplate[];
  personas: { id: string; name: string }[];
}) {
  const t = useText();
  const { form, pending, refusal, error, value } = useForm(startJourney);
  const [chosen, setChosen] = useState(value('template', templates[0]?.id ?? ''));
  const template = templates.find(({ id }) => id === chosen);

  return (
    <form {...form} className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">{t('Start from')}</legend>
        <div className="grid gap-3 md:grid-cols-3">
          {templates.map(({ id, title, summary, stages }) => (
            <Start key={id} id={id} title={title} chosen={chosen === id} onChoose={setChosen}>
              {summary}
              <span className="mt-2 block text-xs text-soft">
                {t('{stages} stages, {touchpoints} touchpoints', {
                  stages: String(stages.length),
                  touchpoints: String(stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0)),
                })}
              </span>
            </Start>
          ))}
          <Start id="" title={t('Empty')} chosen={chosen === ''} onChoose={setChosen}>
            {t('Add your own stages and touchpoints on the map.')}
          </Start>
        </div>
      </fieldset>
      {template ? <Preview template={template} /> : null}
      <div className="grid max-w-2xl gap-4">
        <TextField
          label={t('Name of the journey')}
          name="title"
          maxLength={80}
          required={!template}
          defaultValue={value('title')}
          placeholder={template?.title ?? t('Becoming a customer')}
          hint={template ? t('Left empty, it is named like the template.') : undefined}
          error={error('title')}
        />
        <TextArea
          label={t('Objective')}
          name="objective"
          maxLength={500}
          rows={2}
          defaultValue={value('objective')}
          placeholder={template?.objective ?? t('What you want to find out or change')}
          error={error('objective')}
        />
        <TextArea
          label={t('Research questions')}
          name="questions"
          rows={2}
          defaultValue={value('questions')}
          hint={t(
            'What you want to learn, one a line; may stay empty. The map shows them as open until they are answered.',
          )}
          error={error('questions') ?? error('questions.0')}
        />
        {personas.length > 0 ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-1 text-sm font-medium">{t('Whose journey it is')}</legend>
            {personas.map(({ id, name }) => (
              <CheckField key={id} name="persona" value={id} label={name} />
            ))}
          </fieldset>
        ) : null}
        <TextField
          label={personas.length > 0 ? t('New personas') : t('Personas')}
          name="personas"
          defaultValue={value('personas')}
          placeholder={t('Mover, Renter')}
          hint={t('Whose journey it is. Separate several with commas; may stay empty.')}
          error={error('newPersonas') ?? error('newPersonas.0.name')}
        />
        <Refusal>{refusal}</Refusal>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" size="large" disabled={pending} aria-busy={pending}>
            {pending ? t('Creating…') : t('Create the journey')}
          </Button>
          <Button type="submit" name="then" value="steps" size="large" disabled={pending}>
            {t('Create it and go on step by step')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function Start({
  id,
  title,
  chosen,
  onChoose,
  children,
}: {
  id: string;
  title: string;
  chosen: boolean;
  onChoose: (id: string) => void;
  children: React.ReactNode;
}) {
  return (
    <label className="flex gap-3 rounded-xl border border-line-strong bg-panel p-4 has-checked:border-primary has-checked:ring-1 has-checked:ring-primary">
      <input
        type="radio"
        name="template"
        value={id}
        defaultChecked={chosen}
        onChange={() => onChoose(id)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="text-sm">
        <span className="block font-semibold">{title}</span>
        <span className="block text-soft">{children}</span>
      </span>
    </label>
  );
}

function Preview({ template }: { template: JourneyTemplate }) {
  const t = useText();
  return (
    <div className="min-w-0">
      <section
        aria-label={t('Stages and touchpoints of the template')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto rounded-xl border border-line bg-panel"
      >
        <ol className="flex min-w-max divide-x divide-line">
          {template.stages.map(({ title, goal, touchpoints }) => (
            <li key={title} className="w-44 p-3">
              <p className="text-sm font-bold">{title}</p>
              <p className="mb-2 text-xs text-soft">{goal}</p>
              <ul className="flex flex-col gap-1.5">
                {touchpoints.map((touchpoint) => (
                  <li key={touchpoint.title} className="flex items-start gap-1.5 text-xs">
                    <ChannelIcon channels={touchpoint.channels} className="mt-px size-3.5" t={t} />
                    {touchpoint.title}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>
      <details className="mt-1.5 text-xs text-soft">
        <summary className="min-h-6">{t('Steps after: {source}.', { source: template.source })}</summary>
        <ul className="mt-1 list-disc pl-5">
          {template.sources.map(({ name, url }) => (
            <li key={name} className="py-1 break-words">
              {url ? (
                <a href={url} rel="noreferrer" target="_blank" className="underline underline-offset-2">
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
