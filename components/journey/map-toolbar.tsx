'use client';

import { Layers, Minus, Plus, Rows3, Search, Spotlight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { layerLegend } from '@/lib/insights/rules/layers';
import { nextZoom, SHOWS, type Show, type View } from '@/lib/insights/rules/look';
import { shownOn } from '@/lib/insights/rules/shown';
import { LAYER_LABELS, LAYERS, type Layer } from '@/lib/journey/model/lanes';
import { msg, type Translate } from '@/lib/translate';
import { fillClass } from './fill';
import { LanesDialog } from './lanes-dialog';
import { useEditor } from './map-editor';
import { type SavedView, SavedViews, type ViewKeeping } from './saved-views';
import { lookedAt, useKeptLook, useLook } from './use-look';

const COLOURED_BY: Readonly<Record<Layer, string>> = {
  score: msg('Coloured by score'),
  effort: msg('Coloured by effort'),
  emotion: msg('Coloured by emotion'),
  gap: msg('Coloured by expectation gap'),
  volume: msg('Coloured by number of answers'),
  freshness: msg('Coloured by freshness'),
  coverage: msg('Coloured by coverage'),
  team: msg('Coloured by team'),
};

const VIEW_LABELS: Readonly<Record<View, string>> = { map: msg('Map'), table: msg('Table') };

/** How the map is looked at: view, layer, lanes, size, a box to find a touchpoint, and views that were kept. */
export function MapToolbar({
  findBox,
  goTo,
  views,
  keep,
}: {
  findBox: RefObject<HTMLInputElement | null>;
  goTo: (touchpointId: string) => void;
  views: SavedView[];
  keep: ViewKeeping | null;
}) {
  const { map } = useEditor();
  const { look, changeLook } = useLook();
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  if (map.stages.length === 0) return null;
  const asMap = look.view === 'map';
  return (
    <div className="no-print flex flex-col gap-2">
      <div
        role="toolbar"
        aria-label={t('How the map is looked at')}
        className="flex flex-wrap items-center gap-2"
      >
        <div className="flex overflow-hidden rounded-lg border border-line-strong bg-panel">
          {(Object.keys(VIEW_LABELS) as View[]).map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={look.view === view}
              onClick={() => changeLook({ view })}
              className="min-h-8 px-3 text-xs font-medium -outline-offset-2 hover:bg-sunk aria-pressed:bg-primary aria-pressed:text-on-primary"
            >
              {t(VIEW_LABELS[view])}
            </button>
          ))}
        </div>
        {asMap ? (
          <>
            <LayerMenu />
            <ShowMenu />
            <Button size="small" onClick={() => setChoosing(true)}>
              <Rows3 aria-hidden="true" className="size-3.5" /> {t('Lanes')}
            </Button>
            {map.personas.length > 1 || look.curves.length > 0 ? <CurvesMenu /> : null}
            <ZoomButtons />
            <FindBox box={findBox} goTo={goTo} />
          </>
        ) : (
          <ShowMenu />
        )}
        <SavedViews views={views} keep={keep} />
        <ShownCount />
      </div>
      {asMap && look.layer !== null ? (
        <Legend title={t(COLOURED_BY[look.layer])}>
          {layerLegend(look.layer, map, t).map(({ fill, text }) => (
            <li key={text} className="flex items-center gap-1.5">
              <span
                aria-hidden="true"
                className={`size-3.5 shrink-0 rounded-sm border-2 ${fillClass(fill)}`}
              />
              {text}
            </li>
          ))}
        </Legend>
      ) : null}
      <LanesDialog open={choosing} onClose={() => setChoosing(false)} />
    </div>
  );
}

function Legend({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
      <span className="font-semibold">{title}</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-soft">{children}</ul>
    </div>
  );
}

const SHOW_LABELS: Readonly<Record<(typeof SHOWS)[number], string>> = {
  moments: msg('Moments that matter'),
  unasked: msg('Nobody is asked'),
  unowned: msg('No owner'),
};

/** Picks out moments, what nobody asks about or owns, or the part of one team. */
function ShowMenu() {
  const t = useText();
  const { map } = useEditor();
  const { look, changeLook } = useLook();
  const item = (show: Show | null, text: string) => (
    <MenuItem key={show ?? ''} onSelect={() => changeLook({ show })}>
      <Tick on={look.show === show} /> {text}
    </MenuItem>
  );
  return (
    <Menu
      label={t('Highlight on the map')}
      align="start"
      trigger={
        <Button size="small">
          <Spotlight aria-hidden="true" className="size-3.5" />
          <span className="text-soft">{t('Highlight')}</span>{' '}
          <span className="max-w-40 truncate">{nameOfShow(look.show, map.teams, t) ?? t('All')}</span>
        </Button>
      }
    >
      {item(null, t('All'))}
      <MenuLine />
      {SHOWS.map((show) => item(show, t(SHOW_LABELS[show])))}
      {map.teams.length > 0 ? (
        <>
          <MenuLine />
          <MenuLabel>{t('What a team owns or helps with')}</MenuLabel>
          {map.teams.map(({ id, name }) => item(`team:${id}`, name))}
        </>
      ) : null}
    </Menu>
  );
}

/** Says how much is picked out, in sight and aloud. */
function ShownCount() {
  const t = useText();
  const { map } = useEditor();
  const { look } = useLook();
  const shown = shownOn(map, look.show);
  const all = map.stages.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  return (
    <span role="status" className="tabular text-xs text-soft">
      {shown === null ? '' : t('{shown} of {all} touchpoints highlighted', { shown: shown.size, all })}
    </span>
  );
}

/** null where nothing is picked out. */
function nameOfShow(
  show: Show | null,
  teams: readonly { id: string; name: string }[],
  t: Translate,
): string | null {
  if (show === null) return null;
  const known = SHOWS.find((one) => one === show);
  if (known) return t(SHOW_LABELS[known]);
  return teams.find(({ id }) => `team:${id}` === show)?.name ?? t('A team that is gone');
}

function LayerMenu() {
  const t = useText();
  const { look, changeLook } = useLook();
  return (
    <Menu
      label={t('Colour the touchpoints by')}
      align="start"
      trigger={
        <Button size="small">
          <Layers aria-hidden="true" className="size-3.5" />
          <span className="text-soft">{t('Layer')}</span>{' '}
          {look.layer === null ? t('All scores') : t(LAYER_LABELS[look.layer])}
        </Button>
      }
    >
      <MenuItem onSelect={() => changeLook({ layer: null })}>
        <Tick on={look.layer === null} /> {t('All scores')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('One at a time')}</MenuLabel>
      {LAYERS.map((layer) => (
        <MenuItem key={layer} onSelect={() => changeLook({ layer })}>
          <Tick on={look.layer === layer} /> {t(LAYER_LABELS[layer])}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Whose emotion is drawn beside everybody's. These are other numbers, so the server is asked. */
function CurvesMenu() {
  const t = useText();
  const { map } = useEditor();
  const { look } = useLook();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  useKeptLook(pending);
  const drawn = map.personaCurves.map(({ persona }) => persona.id);
  function show(curves: string[]) {
    const query = lookedAt({ curves }).toString();
    startTransition(() => router.replace(query ? `?${query}` : window.location.pathname, { scroll: false }));
  }
  return (
    <Menu
      label={t('Draw the emotion of')}
      align="start"
      trigger={
        <Button size="small" aria-busy={pending}>
          <span className="text-soft">{t('Curves')}</span>{' '}
          {drawn.length === 0 ? t('Everybody') : t('{n} more', { n: drawn.length })}
        </Button>
      }
    >
      <MenuLabel>{t('Beside everybody, at most five')}</MenuLabel>
      {map.personas.map(({ id, name }) => {
        const on = drawn.includes(id);
        return (
          <MenuItem
            key={id}
            disabled={!on && drawn.length >= 5}
            onSelect={() => show(on ? drawn.filter((one) => one !== id) : [...drawn, id])}
          >
            <Tick on={on} /> {name}
          </MenuItem>
        );
      })}
      {look.curves.length > 0 ? (
        <>
          <MenuLine />
          <MenuItem onSelect={() => show([])}>{t('Everybody only')}</MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

function Tick({ on }: { on: boolean }) {
  const t = useText();
  return (
    <>
      <span aria-hidden="true" className="w-3 text-center">
        {on ? '✓' : ''}
      </span>
      {on ? <span className="sr-only">{t('Chosen:')}</span> : null}
    </>
  );
}

function ZoomButtons() {
  const t = useText();
  const { look, changeLook } = useLook();
  const { zoom } = look;
  return (
    <fieldset className="flex items-center overflow-hidden rounded-lg border border-line-strong bg-panel max-md:hidden">
      <legend className="sr-only">{t('Size of the map')}</legend>
      <button
        type="button"
        aria-label={t('Smaller')}
        disabled={zoom === 50}
        onClick={() => changeLook({ zoom: nextZoom(zoom, -1) })}
        className="flex size-8 items-center justify-center -outline-offset-2 hover:bg-sunk disabled:opacity-50"
      >
        <Minus aria-hidden="true" className="size-3.5" />
      </button>
      <button
        type="button"
        aria-label={t('Usual size')}
        title={t('Usual size')}
        onClick={() => changeLook({ zoom: 100 })}
        className="tabular min-h-8 w-11 text-xs -outline-offset-2 hover:bg-sunk"
      >
        {zoom === 'fit' ? t('fit') : `${zoom} %`}
      </button>
      <button
        type="button"
        aria-label={t('Larger')}
        disabled={zoom === 150}
        onClick={() => changeLook({ zoom: nextZoom(zoom, 1) })}
        className="flex size-8 items-center justify-center -outline-offset-2 hover:bg-sunk disabled:opacity-50"
      >
        <Plus aria-hidden="true" className="size-3.5" />
      </button>
      <button
        type="button"
        aria-pressed={zoom === 'fit'}
        title={t('See the whole journey')}
        onClick={() => changeLook({ zoom: zoom === 'fit' ? 100 : 'fit' })}
        className="min-h-8 border-l border-line-strong px-2.5 text-xs font-medium -outline-offset-2 hover:bg-sunk aria-pressed:bg-primary aria-pressed:text-on-primary"
      >
        {t('Fit')}
      </button>
    </fieldset>
  );
}

function FindBox({
  box,
  goTo,
}: {
  box: RefObject<HTMLInputElement | null>;
  goTo: (touchpointId: string) => void;
}) {
  const { map } = useEditor();
  const [text, setText] = useState('');
  const [missed, setMissed] = useState(false);
  const t = useText();
  const list = useId();
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);

  function go(wanted: string) {
    const sought = wanted.trim().toLowerCase();
    if (sought === '') return;
    const found =
      touchpoints.find(({ title }) => title.toLowerCase() === sought) ??
      touchpoints.find(({ title }) => title.toLowerCase().startsWith(sought)) ??
      touchpoints.find(({ title }) => title.toLowerCase().includes(sought));
    setMissed(!found);
    if (!found) return;
    setText('');
    goTo(found.id);
  }

  return (
    <form
      className="flex items-center"
      onSubmit={(event) => {
        event.preventDefault();
        go(text);
      }}
    >
      <label className="relative flex items-center">
        <Search aria-hidden="true" className="pointer-events-none absolute left-2.5 size-3.5 text-soft" />
        <span className="sr-only">{t('Find a touchpoint')}</span>
        <input
          ref={box}
          type="search"
          list={list}
          value={text}
          placeholder={t('Find (/)')}
          aria-invalid={missed}
          aria-describedby={missed ? `${list}-missed` : undefined}
          onChange={(event) => {
            const { value } = event.target;
            setMissed(false);
            setText(value);
            // A suggestion that was picked needs no Enter.
            if ((event.nativeEvent as InputEvent).inputType === 'insertReplacementText') go(value);
          }}
          className="min-h-8 w-36 rounded-lg border border-line-strong bg-panel pr-2 pl-7.5 text-xs placeholder:text-soft"
        />
      </label>
      <datalist id={list}>
        {touchpoints.slice(0, 400).map(({ id, title }) => (
          <option key={id} value={title} />
        ))}
      </datalist>
      <span id={`${list}-missed`} role="status" className="pl-2 text-xs text-bad">
        {missed ? t('No touchpoint of that name') : ''}
      </span>
    </form>
  );
}
