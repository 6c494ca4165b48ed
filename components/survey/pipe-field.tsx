'use client';

import { Braces } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import type { SurveyFields } from '@/lib/survey/model';
import type { Translate } from '@/lib/translate';
import { type PipeNote, pipeNotes } from './pipe-notes';

/**
 * One line that an author words, with a menu that puts in what is known of the customer or the touchpoint. `name` is the
 * text's path in the content, so that a fault can be led to.
 */
export function PipeField({
  label,
  name,
  value,
  placeholder,
  hint,
  error,
  maxLength,
  lang,
  dir,
  disabled,
  fields,
  onChange,
}: {
  label: string;
  name: string;
  value: string;
  placeholder?: string;
  hint?: string;
  error?: string | undefined;
  maxLength: number;
  lang: string;
  dir: 'ltr' | 'rtl';
  disabled: boolean;
  fields: SurveyFields;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<[from: number, to: number] | null>(null);
  const chosen = useRef<[from: number, to: number] | null>(null);
  const notes = pipeNotes(value, fields.attributes).map((note) => noteText(t, note));
  const input = () => box.current?.querySelector('input') ?? null;

  /** Puts the field at the caret; what stands instead is then selected, to be typed over. */
  function insert(field: string, instead: string | null) {
    const [from, to] = caret.current ?? [value.length, value.length];
    const put = instead === null ? `{${field}}` : `{${field}|${instead}}`;
    const next = value.slice(0, from) + put + value.slice(to);
    if (next.length > maxLength) return;
    const end = from + put.length;
    chosen.current = instead === null ? [end, end] : [end - 1 - instead.length, end - 1];
    onChange(next);
  }

  function backToField() {
    const element = input();
    element?.focus();
    if (chosen.current) element?.setSelectionRange(...chosen.current);
    chosen.current = null;
  }

  return (
    <div ref={box} className="relative">
      <TextField
        {...{ label, name, value, placeholder, maxLength, lang, dir, disabled, error }}
        hint={[...(hint ? [hint] : []), ...notes].join(' ') || undefined}
        className={disabled ? '' : 'pr-11'}
        onChange={(event) => onChange(event.target.value)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          caret.current = [selectionStart ?? 0, selectionEnd ?? 0];
        }}
      />
      {disabled ? null : (
        <div className="absolute top-[1.875rem] right-1">
          <Menu
            label={t('Insert a field')}
            onClosed={backToField}
            trigger={
              <Button
                icon
                size="small"
                variant="quiet"
                aria-label={t('Insert a field into “{label}”', { label })}
                title={t('Insert a field')}
              >
                <Braces aria-hidden="true" className="size-4 text-soft" />
              </Button>
            }
          >
            <MenuLabel>{t('The person who answers, if they are known')}</MenuLabel>
            <MenuItem onSelect={() => insert('contact.name', t('there##instead of a name'))}>
              {t('Name##of a contact')}
            </MenuItem>
            {fields.attributes.map((attribute) => (
              <MenuItem key={attribute} onSelect={() => insert(`contact.${attribute}`, attribute)}>
                {attribute}
              </MenuItem>
            ))}
            <MenuLabel>{t('Always known')}</MenuLabel>
            <MenuItem onSelect={() => insert('touchpoint', null)}>{t('Name of the touchpoint')}</MenuItem>
            <MenuItem onSelect={() => insert('touchpoint.contact', fields.contactRole ? null : t('us'))}>
              {t('Who looks after the customer')}
            </MenuItem>
            <MenuItem onSelect={() => insert('brand', null)}>{t('Your brand')}</MenuItem>
          </Menu>
        </div>
      )}
    </div>
  );
}

function noteText(t: Translate, { kind, field }: PipeNote): string {
  if (kind === 'not a field') return t('“{field}” is no field: customers see it as it stands.', { field });
  if (kind === 'unknown attribute')
    return t('No contact has “{field}” yet: what stands after the line is shown instead.', { field });
  return t('Say what stands instead of {field} where it is not known, after a line: |there.', { field });
}
