'use client';

import { Bookmark } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { useEditor } from './map-editor';

/** A way to look at the map that somebody kept: its filter and its look as an address has them. */
export type SavedView = { id: string; name: string; query: string };

/** Keeps and drops views. Both answer with null, or with a sentence that says why not. */
export type ViewKeeping = {
  save: (name: string, query: string) => Promise<string | null>;
  remove: (id: string) => Promise<string | null>;
};

/** The views that were kept of this map, to go to one, to keep this one, or to drop one. */
export function SavedViews({ views, keep }: { views: SavedView[]; keep: ViewKeeping | null }) {
  const { map } = useEditor();
  const t = useText();
  const router = useRouter();
  const say = useToast();
  const [, startTransition] = useTransition();
  const [naming, setNaming] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (views.length === 0 && !keep) return null;

  function goTo(query: string) {
    startTransition(() => router.push(`/journeys/${map.id}${query ? `?${query}` : ''}`, { scroll: false }));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (!keep || name === '') return setProblem(t('Give the view a name.'));
    const params = new URLSearchParams(window.location.search);
    params.delete('touchpoint');
    params.delete('tab');
    setBusy(true);
    const why = await keep.save(name, params.toString());
    setBusy(false);
    setProblem(why);
    if (why !== null) return;
    setNaming(false);
    say(t('Kept “{name}”', { name }));
  }

  async function remove({ id, name }: SavedView) {
    const why = await keep?.remove(id);
    say(why ?? t('Dropped “{name}”', { name }));
  }

  return (
    <>
      <Menu
        label={t('Views of this map')}
        align="start"
        trigger={
          <Button size="small">
            <Bookmark aria-hidden="true" className="size-3.5" /> {t('Views')}
          </Button>
        }
      >
        {views.length > 0 ? <MenuLabel>{t('Go to')}</MenuLabel> : null}
        {views.map((view) => (
          <MenuItem key={view.id} onSelect={() => goTo(view.query)}>
            {view.name}
          </MenuItem>
        ))}
        {views.length > 0 ? <MenuLine /> : null}
        <MenuItem onSelect={() => goTo('')}>{t('The usual view')}</MenuItem>
        {keep ? (
          <MenuItem
            onSelect={() => {
              setProblem(null);
              setNaming(true);
            }}
          >
            {t('Keep this view…')}
          </MenuItem>
        ) : null}
        {keep && views.length > 0 ? (
          <MenuItem onSelect={() => setDropping(true)}>{t('Drop a view…')}</MenuItem>
        ) : null}
      </Menu>
      <Dialog open={naming} onClose={() => setNaming(false)} title={t('Keep this view')}>
        <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
          <TextField
            label={t('Name')}
            name="name"
            required
            maxLength={120}
            hint={t('Everybody in the workspace can go to it: the same lanes, layer, period and filters.')}
            {...(problem ? { error: problem } : {})}
          />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setNaming(false)}>{t('Cancel')}</Button>
            <Button type="submit" variant="primary" disabled={busy}>
              {t('Keep##action')}
            </Button>
          </div>
        </form>
      </Dialog>
      <Dialog open={dropping} onClose={() => setDropping(false)} title={t('Drop a view')}>
        {views.length === 0 ? <p className="text-sm text-soft">{t('No view is kept of this map.')}</p> : null}
        <ul className="flex flex-col gap-1">
          {views.map((view) => (
            <li key={view.id} className="flex min-h-10 items-center justify-between gap-3 text-sm">
              <span className="min-w-0 break-words">{view.name}</span>
              <Button
                size="small"
                aria-label={t('Drop {name}', { name: view.name })}
                onClick={() => void remove(view)}
              >
                {t('Drop##action')}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
