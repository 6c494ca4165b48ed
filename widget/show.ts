import type { Core, Opening, Placement } from './core';
import { chooser, maker } from './dom';
import { type AskingForm, answering, type DeliveryState, type More } from './form';
import { framing } from './framing';
import type { MemoryRecord } from './memory';
import { post } from './post';
import { createId } from './response-id';
import type { Card, Shown, ShownDetail, ShownEvent } from './shown';

/** Put in by the server. */
declare const __MILEPOST_CARD__: Card;

type Identified = [command: string, id?: string, traits?: Record<string, string>, proof?: { token?: string }];

/**
 * Brings one survey onto the page: draws it in the shadow root of its host element, takes what is answered to the server,
 * and remembers that it came up, was closed by the person, was answered. `slot` is the place of an inline survey: a
 * `<milepost-survey>` becomes the host itself, any other element gets it as its last child.
 */
export function run(core: Core, key: string, slot?: Element, { asked }: Opening = {}): Shown {
  const placement = core._site.s[key] as Placement;
  const { g: touchpoint, o: origin = core._site.o } = placement;
  const responseId = createId();
  const url = `${origin}/api/v1/placements/${key}/responses/${responseId}`;
  const identified = () => (core._said.identify || []) as unknown as Identified;
  const more: More = {
    // As it is known when a snapshot is made: a site may say it later than the survey comes.
    get person() {
      const [, id, traits, proof] = identified();
      return id && (proof?.token ? proof : { id: `${id}`, traits, ...proof });
    },
    context: { page: core._page.slice(0, 500) },
  };
  const make = maker(variant.pipes ? identified()[2] : undefined);
  const own = slot?.localName === 'milepost-survey';
  const host = variant.mode === 'inline' && own ? (slot as HTMLElement) : make('milepost-survey');
  const shadow = (variant.mode === 'inline' && host.shadowRoot) || host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  let card: HTMLElement;
  let form: AskingForm;
  let tab: HTMLElement | undefined;
  let back: HTMLElement | null;
  let modal: boolean | undefined;

  /** Remembers something of this survey, and the snapshot that waits: kept where it may be, else for this page. */
  function note(what: MemoryRecord, waiting?: string): void {
    const held = core._read();
    const all = { ...held.w, [url]: waiting };
    held.w = Object.values(all).some(Boolean) ? all : undefined;
    held[key] = { ...held[key], ...what };
    try {
      if (core._mayKeep()) (core._storage ? core._storage() : localStorage).milepost = JSON.stringify(held);
    } catch {}
  }

  const came = () => ({ shown: Date.now(), touchpoint }) as MemoryRecord;

  function say(event: ShownEvent, reason?: string): void {
    const detail = { key, responseId, reason } as ShownDetail;
    if (!/m|e.r/.test(event)) host.dataset.state = event;
    host.dispatchEvent(new CustomEvent(`milepost:${event}`, { detail, bubbles: true, composed: true }));
  }

  function told(said: DeliveryState, finished?: boolean, waiting?: string): void {
    const saved = said === 'saved';
    note(saved ? { ...(variant.quiet && came()), answered: Date.now() } : {}, waiting);
    if (saved && host.dataset.state === 'shown') say('answered');
    if (saved && finished) say('completed');
    if (said === 'failed' && !waiting) say('error');
  }

  function close(reason: string): void {
    save(1);
    shadow.replaceChildren();
    back?.focus();
    if (!variant.quiet) core._busy = undefined;
    if (reason === 'person') note({ closed: Date.now() });
    say('closed', reason);
  }

  const focus = () => (variant.framed ? form : (form.score[0] as HTMLElement)).focus();

  /** A side tab stays when the person closes what it has opened. */
  const fold =
    variant.mode === 'tab' &&
    ((folded: boolean) => {
      card.hidden = folded;
      (tab as HTMLElement).hidden = !folded;
      if (folded) tab?.focus();
      else focus();
    });

  const dismiss = () => (fold ? fold(true) : close('person'));

  const { bind, save } = variant.framed
    ? framing(`${origin}/a/${key}/frame`, { milepost: 1, ...more }, told, dismiss)
    : answering(
        more,
        variant.preview ? async () => ({ status: 200 }) : (body, leaving) => post(url, body, leaving),
        told,
      );

  const draw: Shown['draw'] = (source, fill) => {
    const [css, ...drawn] = source(make, chooser(make));
    const status = drawn[2];
    fill?.(drawn[1]);
    [card, form] = drawn;
    more.context.language = card.lang;
    sheet.replaceSync(css);
    if (fold) {
      const folded = !tab || card.hidden;
      tab = drawn[3] as HTMLElement;
      tab.onclick = () => fold(false);
      card.hidden = folded;
      tab.hidden = !folded;
      shadow.replaceChildren(tab, card);
    } else shadow.replaceChildren(card);
    bind(form as never, status, card.lang);
    if (variant.mode === 'modal') modal = false;
    if (variant.mode !== 'inline') {
      (card.firstChild as HTMLElement).onclick = dismiss;
      card.onkeydown = ({ key }) => {
        if (key === 'Escape') dismiss();
      };
    }
    // A live region speaks only of what changes after it is in the page: here, that a question has come.
    if (!variant.framed)
      setTimeout(() => {
        status.textContent += '';
      }, 300);
  };

  shadow.adoptedStyleSheets = [sheet];
  draw(__MILEPOST_CARD__);
  if (variant.mode !== 'inline')
    host.onfocus = ({ relatedTarget }) => {
      if (variant.mode === 'modal' && !modal) {
        // It holds the focus only once the person has brought it there.
        const at = shadow.activeElement as HTMLElement;
        modal = true;
        card.removeAttribute('open');
        (card as HTMLDialogElement).showModal();
        at.focus();
      }
      if (relatedTarget) back = relatedTarget as HTMLElement;
    };
  if (variant.mode !== 'inline' || !own) (slot || core._container || document.body).append(host);
  if (variant.mode !== 'inline') {
    // Above everything, and fixed to the window even where the page moves its body.
    host.popover = 'manual';
    host.showPopover?.();
  }
  if (variant.mode !== 'inline' && asked) {
    if (fold) fold(false);
    else focus();
  }
  // What waits from now on is this page's own.
  core._resent = 1;
  core._heard = (name) => {
    if (name === 'locale') core._load('p/locale.js');
  };
  placement._mode = variant.mode;
  placement._host = host;
  if (!variant.quiet) {
    core._busy = host;
    note(came());
  }
  say('shown');
  placement._shown = { host, close, draw };
  return placement._shown;
}
