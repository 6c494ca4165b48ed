'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import {
  INFORMATION_STATE_LABELS,
  INFORMATION_STATES,
  type Information,
  type InformationState,
} from '@/lib/journey/model/touchpoint';
import { SavedText } from './saved-text';

/** What customers have to know at a touchpoint, and whether they are told; each change saves itself. */
export function InformationField({
  items,
  error,
  onSave,
}: {
  items: readonly Information[];
  error: string | null;
  onSave: (items: Information[]) => Promise<boolean>;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const change = (index: number, over: Partial<Information>) =>
    onSave(items.map((item, at) => (at === index ? { ...item, ...over } : item)));

  async function add() {
    const wanted = text.trim();
    if (wanted !== '' && (await onSave([...items, { text: wanted, state: 'needed' }]))) setText('');
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('Information the customer needs here')}</legend>
      {items.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no id; the text alone may stand twice
            <li key={`${index} ${item.text}`} className="rounded-lg border border-line p-2">
              <SavedText
                label={t('Item {n}', { n: index + 1 })}
                labelHidden
                value={item.text}
                error={null}
                maxLength={200}
                needed
                onSave={(saved) => change(index, { text: saved })}
              />
              <div className="mt-2 flex items-end gap-2">
                <div className="min-w-0 grow">
                  <SelectField
                    label={t('State of “{text}”', { text: item.text })}
                    labelHidden
                    value={item.state}
                    onChange={(event) =>
                      void change(index, { state: event.target.value as InformationState })
                    }
                  >
                    {INFORMATION_STATES.map((state) => (
                      <option key={state} value={state}>
                        {t(INFORMATION_STATE_LABELS[state])}
                      </option>
                    ))}
                  </SelectField>
                </div>
                <Button
                  icon
                  variant="quiet"
                  aria-label={t('Remove “{text}”', { text: item.text })}
                  onClick={() => void onSave(items.filter((_, at) => at !== index))}
                >
                  <X aria-hidden="true" className="size-4" />
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <TextField
            label={t('Another item')}
            labelHidden
            placeholder={t('Such as: price, date, what to bring')}
            maxLength={200}
            autoComplete="off"
            value={text}
            error={error}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void add();
            }}
          />
        </div>
        <Button
          aria-label={t('Add the item')}
          disabled={text.trim() === '' || items.length >= 30}
          onClick={() => void add()}
          className="min-h-10"
        >
          {t('Add')}
        </Button>
      </div>
    </fieldset>
  );
}
