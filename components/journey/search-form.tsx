import { Search } from 'lucide-react';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { LEAST_CHARACTERS, MOST_CHARACTERS } from '@/lib/insights/model/search';

/** Asks for something in all maps; an ordinary form, which needs no script. */
export function SearchForm({ asked = '', labelHidden = false }: { asked?: string; labelHidden?: boolean }) {
  return (
    <search>
      <form action="/search" method="get" className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 grow basis-56">
          <TextField
            label="Search all maps, personas and comments"
            labelHidden={labelHidden}
            type="search"
            name="q"
            key={asked}
            defaultValue={asked}
            maxLength={MOST_CHARACTERS}
            minLength={LEAST_CHARACTERS}
            required
            autoComplete="off"
            placeholder={labelHidden ? 'Search all maps, personas and comments' : undefined}
          />
        </div>
        <button type="submit" className={buttonClass()}>
          <Search aria-hidden="true" className="size-4" /> Search
        </button>
      </form>
    </search>
  );
}
