'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useText } from '@/components/ui/text';
import { searchOf } from '@/lib/insights/rules/address';
import { channelLabel } from '@/lib/journey/rules/channels';
import { DEVICES } from '@/lib/response/model';
import type { Filtered } from './filter-bar';
import { ApplyWithoutScript, Choice, FilterChip, Legend } from './filter-parts';
import { DEVICE_LABELS } from './source-labels';

/** What may be filtered by, besides persona, source and period. */
export type FilterChoices = {
  segments: readonly string[];
  channels: readonly string[];
  /** BCP 47 tags. */
  languages: readonly string[];
  versions: readonly { surveyId: string; title: string; subject: string; version: number }[];
  campaigns: readonly { id: string; name: string }[];
};

export const MORE_NAMES = [
  'segment',
  'channel',
  'language',
  'device',
  'version',
  'campaign',
  'owner',
] as const;
type Name = (typeof MORE_NAMES)[number];

/** Everything else that the numbers may be narrowed to. */
export function MoreFilters({
  of,
  choices,
  owned,
  apply,
}: {
  of: Filtered;
  choices: FilterChoices;
  /** Whether an owner can be chosen. */
  owned: boolean;
  apply: () => void;
}) {
  const t = useText();
  const { filter } = of;
  const asked = new URLSearchParams(searchOf(filter));
  const chosen = MORE_NAMES.filter((name) => owned || name !== 'owner').flatMap((name) =>
    asked.getAll(name).map((value) => ({ name, value })),
  );
  const languages = new Intl.DisplayNames(t.tongue, { type: 'language' });
  const listed: {
    name: Exclude<Name, 'owner'>;
    legend: string;
    choices: { value: string; label: string }[];
  }[] = [
    {
      name: 'segment',
      legend: t('Segment'),
      choices: choices.segments.map((value) => ({ value, label: value })),
    },
    {
      name: 'channel',
      legend: t('Channel'),
      choices: choices.channels.map((value) => ({ value, label: channelLabel(value, of.channels, t) })),
    },
    {
      name: 'language',
      legend: t('Language'),
      choices: choices.languages.map((value) => ({ value, label: languages.of(value) ?? value })),
    },
    {
      name: 'device',
      legend: t('Device'),
      choices: DEVICES.map((value) => ({ value, label: t(DEVICE_LABELS[value]) })),
    },
    {
      name: 'version',
      legend: t('Version of a survey'),
      choices: choices.versions.map(({ surveyId, title, subject, version }) => ({
        value: `${surveyId}.${version}`,
        label: t('{subject}: {survey}, version {version}', { subject, survey: title, version }),
      })),
    },
    {
      name: 'campaign',
      legend: t('Campaign'),
      choices: choices.campaigns.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  const owners = [...of.teams, ...of.members];
  const labels = chosen.map(({ name, value }) => {
    if (name === 'owner') return owners.find(({ id }) => id === value)?.name ?? t('Somebody else');
    return (
      listed.find((one) => one.name === name)?.choices.find((one) => one.value === value)?.label ?? value
    );
  });
  return (
    <FilterChip
      icon={<SlidersHorizontal aria-hidden="true" className="size-3.5" />}
      label={t('More##filters')}
      labelHidden={labels.length > 0}
      value={labels.join(', ')}
    >
      <div className="flex max-h-[60vh] flex-col gap-3 overflow-y-auto">
        {listed.map(({ name, legend, choices: own }) => {
          const here = asked.getAll(name);
          // What an address names stays to be taken away, known or not.
          const all = [
            ...own,
            ...here
              .filter((value) => !own.some((one) => one.value === value))
              .map((value) => ({ value, label: value })),
          ];
          if (all.length === 0) return null;
          return (
            <Legend key={name} text={legend}>
              {all.map(({ value, label }) => (
                <Choice
                  key={value}
                  type="checkbox"
                  name={name}
                  value={value}
                  label={label}
                  checked={here.includes(value)}
                  onChange={apply}
                />
              ))}
            </Legend>
          );
        })}
        {owned ? (
          <label className="flex flex-col gap-1 text-xs font-medium text-soft">
            {t('Answered for by')}
            <select
              name="owner"
              key={filter.owner}
              defaultValue={filter.owner ?? ''}
              onChange={apply}
              className="min-h-9 rounded-lg border border-field bg-panel px-2 text-sm text-ink"
            >
              <option value="">{t('Everybody')}</option>
              {filter.owner && !owners.some(({ id }) => id === filter.owner) ? (
                <option value={filter.owner}>{t('Somebody else')}</option>
              ) : null}
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <ApplyWithoutScript />
    </FilterChip>
  );
}
