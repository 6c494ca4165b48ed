import type { Core, Placement } from './core';
import { drawn } from './dom';
import { answering, type DeliveryState, type More } from './form';
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
export function run(core: Core, key: string, slot?: Element): Shown {
  const placement = core._site.s[key] as Placement;
  const { g: touchpoint, o: origin = core._site.o } = placement;
  const responseId = createId();
  const url = `${origin}/api/v1/placements/${key}/responses/${responseId}`;
  const page = core._page.slice(0, 500);
  const identified = () => (core._said.identify || []) as unknown as Identified;
  const [css, card, form, status, tab] = drawn(
    __MILEPOST_CARD__,
    variant.pipes ? identified()[2] : undefined,
  );
  // As it is known when a snapshot is made: a site may say who somebody is later than the survey comes.
  const more = (): More => {
    const [, id, traits, proof] = identified();
    return {
      person: id && (proof?.token ? proof : { id: `${id}`, traits, ...proof }),
      context: { page, language: card.lang },
    };
  };
  const own = slot?.localName === 'milepost-survey';
  const host = (variant.mode === 'inline' && own ? slot : document.createElement('milepost-survey')) as Shown;
  const shadow = (variant.mode === 'inline' && host.shadowRoot) || host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  let back: HTMLElement | null;

  /** Remembers something of this survey, and the snapshot that waits: kept where it may be, else for this page. */
  function note(what: MemoryRecord, waiting?: string): void {
    const held = core._read();
    held.w ||= {};
    held.w[url] = waiting;
    held[key] = { ...held[key], ...what };
    core._read(1);
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

  /** A side tab stays when the person closes what it has opened. */
  function fold(folded: boolean): void {
    card.hidden = folded;
    (tab as HTMLElement).hidden = !folded;
    (folded ? (tab as HTMLElement) : variant.framed ? form : (form.score[0] as HTMLElement)).focus();
  }

  const dismiss = () => (variant.mode === 'tab' ? fold(true) : host._close('person'));

  const save = variant.framed
    ? framing(form as never, `${origin}/a/${key}/frame`, () => ({ milepost: 1, ...more() }), told, dismiss)
    : answering(
        form,
        status,
        more,
        variant.preview ? async () => ({ status: 200 }) : (body, leaving) => post(url, body, leaving),
        told,
      );

  host._close = (reason) => {
    save(1);
    shadow.replaceChildren();
    if (variant.mode !== 'inline') back?.focus();
    if (!variant.quiet) core._busy = undefined;
    if (reason === 'person') note({ closed: Date.now() });
    say('closed', reason);
  };

  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(card);
  if (variant.mode === 'tab') {
    shadow.prepend(tab as HTMLElement);
    (tab as HTMLElement).onclick = () => fold(false);
  }
  if (variant.mode !== 'inline') {
    (card.firstChild as HTMLElement).onclick = dismiss;
    card.onkeydown = ({ key }) => {
      if (key === 'Escape') dismiss();
    };
    host.onfocus = ({ relatedTarget }) => {
      if (variant.mode === 'modal' && card.hasAttribute('open') && !card.matches(':modal')) {
        // It holds the focus only once the person has brought it there.
        const at = shadow.activeElement as HTMLElement;
        card.removeAttribute('open');
        (card as HTMLDialogElement).showModal();
        at.focus();
      }
      if (relatedTarget) back = relatedTarget as HTMLElement;
    };
  }
  if (variant.mode !== 'inline' || !own) (slot || core._container || document.body).append(host);
  if (variant.mode !== 'inline') {
    // Above everything, and fixed to the window even where the page moves its body.
    host.popover = 'manual';
    host.showPopover?.();
  }
  // A live region speaks only of what changes after it is in the page: here, that a question has come.
  if (!variant.framed)
    setTimeout(() => {
      status.textContent += '';
    }, 300);
  // What waits from now on is this page's own.
  core._resent = 1;
  placement._host = host;
  if (!variant.quiet) {
    core._busy = host;
    note(came());
  }
  say('shown');
  return host;
}
