import { FilterBar } from './filter-bar';

/** A filter bar above the numbers of a page. `note` says what of the filter the page does not follow, and why. */
export function FilterRow({ note, ...bar }: Parameters<typeof FilterBar>[0] & { note?: string | undefined }) {
  return (
    <div className="no-print mb-5 flex flex-col gap-1.5">
      <FilterBar {...bar} />
      {note === undefined ? null : <p className="max-w-3xl text-xs text-soft">{note}</p>}
    </div>
  );
}
