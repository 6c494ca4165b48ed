'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import {
  SEGMENT_TEST_LABELS,
  SEGMENT_TESTS,
  SEGMENT_VALUES,
  type SegmentCondition,
  type SegmentRule,
  type SegmentTest,
  segmentRuleSchema,
} from '@/lib/journey/model/segment';
import type { KnownAttribute } from '@/lib/journey/rules/segment';
import type { RulePreview } from '@/lib/journey/views/personas';
import type { Translate } from '@/lib/translate';
import { previewRule } from './actions';

const MOST_CONDITIONS = 10;
const PAUSE_MS = 350;

/** Which contacts are this persona, with what the rule would do before it is saved. */
export function RuleEditor({
  id,
  name,
  rule,
  attributes,
  errors,
  onChange,
}: {
  id: string | null;
  name: string;
  rule: SegmentRule | null;
  attributes: readonly KnownAttribute[];
  errors: readonly { path: string; message: string }[];
  onChange: (rule: SegmentRule | null) => void;
}) {
  const t = useText();
  const all = rule?.all ?? [];
  const put = (next: SegmentCondition[]) => onChange(next.length === 0 ? null : { all: next });
  const change = (index: number, condition: SegmentCondition) =>
    put(all.map((one, at) => (at === index ? condition : one)));

  return (
    <fieldset className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4">
      <legend className="px-1 text-sm font-medium">{t('Who counts for this persona')}</legend>
      <p className="text-xs text-soft">
        {t(
          'Contacts it was given to by hand, and those whose attributes fit this rule. A persona given by hand comes first; where several rules fit, the first by name counts.',
        )}
      </p>
      {all.map((condition, index) => (
        <Condition
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
          key={index}
          condition={condition}
          first={index === 0}
          attributes={attributes}
          errorOf={(field) =>
            errors.find(({ path }) => path.startsWith(`rule.all.${index}.${field}`))?.message ?? null
          }
          onChange={(next) => change(index, next)}
          onRemove={() => put(all.filter((_, at) => at !== index))}
        />
      ))}
      {all.length < MOST_CONDITIONS ? (
        <Button
          className="self-start"
          onClick={() => put([...all, { attribute: attributes[0]?.name ?? '', is: 'one_of', values: [] }])}
        >
          <Plus aria-hidden="true" className="size-4" />{' '}
          {all.length === 0 ? t('Add a rule') : t('Add a condition')}
        </Button>
      ) : null}
      {rule ? <Preview {...{ id, name, rule }} /> : null}
    </fieldset>
  );
}

function Condition({
  condition: { attribute, is, values },
  first,
  attributes,
  errorOf,
  onChange,
  onRemove,
}: {
  condition: SegmentCondition;
  first: boolean;
  attributes: readonly KnownAttribute[];
  errorOf: (field: 'attribute' | 'values') => string | null;
  onChange: (condition: SegmentCondition) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const listId = useId();
  const [, most] = SEGMENT_VALUES[is];
  // The text as it is typed: a comma at its end is not a value yet.
  const [text, setText] = useState(values.join(', '));
  const known = attributes.find((one) => one.name === attribute)?.values ?? [];
  const valuesOf = (typed: string, test: SegmentTest) => {
    const [, limit] = SEGMENT_VALUES[test];
    if (limit === 0) return [];
    const parts = limit === 1 ? [typed.trim()] : typed.split(',').map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))];
  };
  const left = known.filter((value) => !values.includes(value)).slice(0, 8);

  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3 first-of-type:border-t-0">
      <div className="grid items-start gap-2 sm:grid-cols-[1fr_1fr_1.4fr_auto]">
        <TextField
          label={first ? t('Attribute') : t('and attribute')}
          value={attribute}
          list={`${listId}-names`}
          maxLength={80}
          autoComplete="off"
          placeholder={t('city')}
          error={errorOf('attribute')}
          onChange={(event) => onChange({ attribute: event.target.value, is, values })}
        />
        <SelectField
          label={t('Test')}
          value={is}
          onChange={(event) => {
            const test = event.target.value as SegmentTest;
            onChange({ attribute, is: test, values: valuesOf(text, test) });
          }}
        >
          {SEGMENT_TESTS.map((test) => (
            <option key={test} value={test}>
              {t(SEGMENT_TEST_LABELS[test])}
            </option>
          ))}
        </SelectField>
        {most > 0 ? (
          <TextField
            label={most === 1 ? t('Number or day') : t('Values, with commas between')}
            value={text}
            list={most === 1 ? `${listId}-values` : undefined}
            autoComplete="off"
            placeholder={most === 1 ? t('12 or 2026-03-31') : known.slice(0, 2).join(', ')}
            error={errorOf('values')}
            onChange={(event) => {
              setText(event.target.value);
              onChange({ attribute, is, values: valuesOf(event.target.value, is) });
            }}
          />
        ) : (
          <span className="max-sm:hidden" />
        )}
        <Button
          icon
          variant="quiet"
          className="sm:mt-6.5"
          aria-label={t('Remove this condition')}
          onClick={onRemove}
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <datalist id={`${listId}-names`}>
        {attributes.map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <datalist id={`${listId}-values`}>
        {known.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {most > 1 && left.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-xs text-soft">{t('Known values')}</span>
          {left.map((value) => (
            <button
              key={value}
              type="button"
              className="min-h-6 max-w-48 truncate rounded-full border border-line-strong px-2.5 text-xs hover:bg-sunk"
              onClick={() => {
                const next = [...values, value];
                setText(next.join(', '));
                onChange({ attribute, is, values: next });
              }}
            >
              {rich(t, '<s>Add </s>{value}', {
                value,
                s: (inside) => <span className="sr-only">{inside}</span>,
              })}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** How many contacts the rule fits, as it is being written. */
function Preview({ id, name, rule }: { id: string | null; name: string; rule: SegmentRule }) {
  const t = useText();
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const whole = segmentRuleSchema.safeParse(rule);
  const asked = whole.success ? JSON.stringify({ id, name, rule: whole.data }) : null;

  useEffect(() => {
    setPreview(null);
    if (asked === null) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const reply = await previewRule(JSON.parse(asked)).catch(() => null);
      if (!gone && reply?.ok) setPreview(reply.value);
    }, PAUSE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return (
    <p role="status" className="min-h-5 text-sm">
      {preview ? (
        <>
          <span className="tabular font-semibold">
            {t('Matches {fits, number} of {contacts, plural, one {# contact} other {# contacts}}.', {
              fits: preview.fits,
              contacts: preview.contacts,
            })}
          </span>{' '}
          {othersText(preview, t)}
        </>
      ) : asked === null ? (
        <span className="text-soft">{t('Finish the condition to see whom it matches.')}</span>
      ) : (
        <span className="text-soft">{t('Counting contacts…')}</span>
      )}
    </p>
  );
}

function othersText({ byHand, before }: RulePreview, t: Translate): string {
  const parts = [
    ...(byHand > 0 ? [t('{n, number} were given another persona by hand', { n: byHand })] : []),
    ...before.map(({ name, people }) =>
      t('{n, number} count for “{name}”, which comes first', { n: people, name }),
    ),
  ];
  if (parts.length === 0) return '';
  return t('Of them {parts}.', {
    parts: parts.reduce((one, other) => t('{one}, and {other}', { one, other })),
  });
}
