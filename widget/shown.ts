import type { AskingForm, Status } from './form';

/**
 * What a survey on screen tells, as `CustomEvent('milepost:NAME', {detail, bubbles: true, composed: true})` from its host
 * element: `shown` when it is there, `answered` when the first tap is saved, `completed` when a finished answer is, `closed`
 * when it has gone, `error` when an answer can never be saved.
 */
export type ShownEvent = 'shown' | 'answered' | 'completed' | 'closed' | 'error';

/** `score` is missing where the site must not read the answer; `reason` says why it closed. */
export type ShownDetail = { key: string; responseId?: string; score?: number; reason?: string | undefined };

/** A survey on screen: `<milepost-survey data-state="shown|answered|closed">`. */
export type Shown = HTMLElement & {
  /** Takes it off the screen and tells `closed` with this reason, `person` being the person's own; an answer under way is still sent. */
  _close(reason: string): void;
};

/** Makes one element from properties. */
export type Make = (
  tag: string,
  properties?: Readonly<Record<string, string | number>> | 0,
  ...children: (Node | string)[]
) => HTMLElement;

/**
 * Makes the boxes or points of one field, each a label with its input and name; see `choice` in view.ts. `points` are
 * lines of value and name, and, where it is longer than what is printed, its full name.
 */
export type Choose = (type: string, name: string, points: string) => HTMLElement[];

/** Style sheet and elements of one survey in one language; see `widgetModule`. */
export type Card = (
  make: Make,
  choose: Choose,
) => [css: string, card: HTMLElement, form: AskingForm, status: Status, tab?: HTMLElement];

/** `GET /v1/q/{placementKey}.js`, as far as it is needed to translate a survey on screen. */
export type QuestionModule = { $: Card };
