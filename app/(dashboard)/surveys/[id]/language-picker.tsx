'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Language } from '@/lib/survey/model/language';
import type { LanguageName } from '@/lib/survey/rules/stock-texts';

/** Chooses further languages by search, one by one or all at once. */
export function LanguagePicker({
  open,
  onClose,
  names,
  offered,
  onOffer,
}: {
  open: boolean;
  onClose: () => void;
  names: readonly LanguageName[];
  offered: readonly Language[];
  onOffer: (tags: Language[]) => void;
}) {
  const t = useText();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<Language[]>([]);
  const rest = names.filter(({ tag }) => !offered.includes(tag));
  const found = rest.filter(({ tag, own, name }) =>
    `${tag} ${own} ${name}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const all = found.length > 0 && found.every(({ tag }) => picked.includes(tag));

  function close() {
    setSearch('');
    setPicked([]);
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('Add languages')}
      footer={
        <DialogEnd close={close}>
          <Button
            variant="primary"
            disabled={picked.length === 0}
            onClick={() => {
              onOffer(picked);
              close();
            }}
          >
            {picked.length === 0
              ? t('Add')
              : t('{n, plural, one {Add # language} other {Add # languages}}', { n: picked.length })}
          </Button>
        </DialogEnd>
      }
    >
      {rest.length === 0 ? (
        <p>{t('The survey is offered in every language there is.')}</p>
      ) : (
        <form className="flex flex-col gap-4" onSubmit={(event) => event.preventDefault()}>
          <TextField
            label={t('Search a language')}
            value={search}
            autoComplete="off"
            onChange={(event) => setSearch(event.target.value)}
          />
          {found.length === 0 ? (
            <p role="status" className="text-sm text-soft">
              {t('No language of that name. Those that are offered already are not listed.')}
            </p>
          ) : (
            <fieldset className="flex flex-col gap-3">
              <legend className="sr-only">{t('Languages')}</legend>
              <CheckField
                label={
                  search.trim() === ''
                    ? t('All {n}', { n: found.length })
                    : t('All {n} that are found', { n: found.length })
                }
                checked={all}
                onChange={() => {
                  const tags = found.map(({ tag }) => tag);
                  setPicked((before) =>
                    all ? before.filter((tag) => !tags.includes(tag)) : [...new Set([...before, ...tags])],
                  );
                }}
              />
              <div className="grid gap-x-4 gap-y-2.5 border-t border-line pt-3 sm:grid-cols-2">
                {found.map(({ tag, own, name }) => (
                  <CheckField
                    key={tag}
                    label={name}
                    hint={<span lang={tag}>{own}</span>}
                    checked={picked.includes(tag)}
                    onChange={() =>
                      setPicked((before) =>
                        before.includes(tag) ? before.filter((one) => one !== tag) : [...before, tag],
                      )
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
        </form>
      )}
    </Dialog>
  );
}
