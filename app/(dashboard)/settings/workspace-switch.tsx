import { Building2, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { rich } from '@/components/ui/rich';
import { readText } from '@/lib/gates/language';
import { switchWorkspaceAction } from './actions';

type Named = { id: string; name: string };

/** Names the open workspace, and switches to another of the person's. Works without JavaScript. */
export async function WorkspaceSwitch({ workspace, workspaces }: { workspace: Named; workspaces: Named[] }) {
  const t = await readText();
  const others = workspaces.filter(({ id }) => id !== workspace.id);
  return (
    <details className="group relative w-full">
      <summary
        title={workspace.name}
        className="flex min-h-11 list-none items-center justify-center gap-1.5 rounded-[10px] px-1 text-[0.65625rem] hover:bg-rail-active hover:text-white focus-visible:outline-white md:min-h-13 md:flex-col md:gap-1"
      >
        <Building2 aria-hidden="true" className="size-[1.1875rem]" strokeWidth={1.75} />
        <span className="max-w-full truncate">{workspace.name}</span>
        <span className="sr-only">{t(', workspaces')}</span>
      </summary>
      <div className="mt-1 flex flex-col gap-1 rounded-xl border border-line bg-panel p-2 text-ink shadow-pop md:fixed md:bottom-4 md:left-[5.25rem] md:w-64">
        <p className="px-2 py-1 text-xs text-soft">
          {rich(t, 'You are in <b>{workspace}</b>.', {
            workspace: workspace.name,
            b: (inside) => <strong className="font-semibold break-words text-ink">{inside}</strong>,
          })}
        </p>
        {others.map(({ id, name }) => (
          <form key={id} action={switchWorkspaceAction}>
            <input type="hidden" name="workspaceId" value={id} />
            <button
              type="submit"
              className="flex min-h-10 w-full items-center justify-between gap-2 rounded-lg px-2 text-left text-sm hover:bg-sunk"
            >
              <span className="min-w-0 break-words">{name}</span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-soft" />
            </button>
          </form>
        ))}
        <Link
          href="/welcome"
          className="flex min-h-10 items-center rounded-lg px-2 text-sm text-soft hover:bg-sunk"
        >
          {t('New workspace')}
        </Link>
      </div>
    </details>
  );
}
