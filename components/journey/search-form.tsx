import { Search } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { LEAST_CHARACTERS, MOST_CHARACTERS } from '@/lib/insights/model/search';
import type { Translate } from '@/lib/translate';

/** Asks for something in all maps; an ordinary form, which needs no script. */
export function SearchForm({
  asked = '',
  labelHidden = false,
  t,
}: {
  asked?: string;
  labelHidden?: boolean;
  t: Translate;
}) {
  return (
    <search>
      <form action="/search" method="get" className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-56">
          <TextField
            label={t('Search all maps, personas and comments')}
            labelHidden={labelHidden}
            type="search"
            name="q"
            key={asked}
            defaultValue={asked}
            maxLength={MOST_CHARACTERS}
            minLength={LEAST_CHARACTERS}
            required
            autoComplete="off"
            placeholder={labelHidden ? t('Search all maps, personas and comments') : undefined}
          />
        </div>
        <button type="submit" className={buttonClass()}>
          <Search aria-hidden="true" className="size-4" /> {t('Search##action')}
        </button>
      </form>
    </search>
  );
}
