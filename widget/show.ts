import { chooser, maker } from './dom';
import { type AskingForm, answering, type DeliveryState, type More, type Status } from './form';
import { framing } from './framing';
import { post } from './post';
import { createId } from './response-id';
import type { Shown, ShownEvent, ShowOptions } from './shown';

/** Style sheet and elements of one survey in one language. */
export type Card = (
  make: ReturnType<typeof maker>,
  choose: ReturnType<typeof chooser>,
) => [css: string, card: HTMLElement, form: AskingForm, status: Status, tab?: HTMLElement];

/** Put in by the server. */
declare const __MILEPOST_CARD__: Card;

/** Draws the survey in the shadow root of its host element and brings what is answered to the server. */
export function show(options: ShowOptions): Shown {
  const { key, slot, person, context } = options;
  const responseId = createId();
  const url = options.responses + responseId;
  const make = maker(options.traits);
  const host =
    variant.mode === 'inline' && slot?.localName === 'milepost-survey'
      ? (slot as HTMLElement)
      : make('milepost-survey');
  const { dataset } = host;
  const shadow = (variant.mode === 'inline' && host.shadowRoot) || host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  let card: HTMLElement;
  let form: AskingForm;
  let tab: HTMLElement | undefined;
  let back: HTMLElement | null;
  let modal: boolean | undefined;
  let completed: boolean | undefined;

  function say(event: ShownEvent, reason?: string): void {
    const detail = { key, responseId, reason } as Parameters<typeof options.tell>[1];
    options.tell(event, detail);
    host.dispatchEvent(new CustomEvent(`milepost:${event}`, { detail, bubbles: true, composed: true }));
  }

  function told(said: DeliveryState, finished?: boolean, waiting?: string): void {
    if (!variant.framed) options.keep(url, waiting);
    if (said === 'saved') {
      if (dataset.state === 'shown') {
        dataset.state = 'answered';
        say('answered');
      }
      if (finished && !completed) {
        completed = true;
        say('completed');
      }
    }
    if (said === 'lost') say('error');
  }

  const { bind, leave } = variant.framed
    ? framing(
        `${new URL(options.responses).origin}/a/${key}/frame`,
        { milepost: 1, person, page: context.page },
        told,
        dismiss,
      )
    : answering(
        { person, context } as More,
        variant.preview ? async () => ({ status: 200 }) : (body, leaving) => post(url, body, leaving),
        told,
      );

  function close(reason: string): void {
    leave();
    dataset.state = 'closed';
    shadow.replaceChildren();
    back?.focus();
    say('closed', reason);
  }

  /** The person's own way out; a side tab stays. */
  function dismiss(): void {
    if (variant.mode === 'tab') fold(true);
    else close('person');
  }

  function fold(folded: boolean): void {
    card.hidden = folded;
    (tab as HTMLElement).hidden = !folded;
    if (folded) tab?.focus();
    else focus();
  }

  const focus = () => (variant.framed ? form : (form.score[0] as HTMLElement)).focus();

  function draw({ $ }: { $: Card }, fill?: (before: AskingForm, after: AskingForm) => void): void {
    const [css, ...drawn] = $(make, chooser(make));
    const status = drawn[2];
    context.language = drawn[0].lang;
    fill?.(form, drawn[1]);
    [card, form] = drawn;
    sheet.replaceSync(css);
    if (variant.mode === 'tab') {
      const folded = !tab || card.hidden;
      tab = drawn[3] as HTMLElement;
      tab.onclick = () => fold(false);
      card.hidden = folded;
      tab.hidden = !folded;
      shadow.replaceChildren(tab, card);
    } else shadow.replaceChildren(card);
    bind(card, form as never, status);
    modal = false;
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
  }

  shadow.adoptedStyleSheets = [sheet];
  draw({ $: __MILEPOST_CARD__ });
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
  if (variant.mode !== 'inline' || host !== slot) (slot || document.body).append(host);
  if (variant.mode !== 'inline' && options.asked) {
    if (variant.mode === 'tab') fold(false);
    else focus();
  }
  dataset.state = 'shown';
  say('shown');
  return { host, close, draw };
}
