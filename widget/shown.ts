import type { chooser, maker } from './dom';
import type { AskingForm, Status } from './form';

/**
 * What a survey on screen tells, as `CustomEvent('milepost:NAME', {detail, bubbles: true, composed: true})` from its host
 * element: `shown` when it is there, `answered` when the first tap is saved, `completed` when a finished answer is, `closed`
 * when it has gone, `error` when an answer can never be saved.
 */
export type ShownEvent = 'shown' | 'answered' | 'completed' | 'closed' | 'error';

/** `score` is missing where the site must not read the answer; `reason` says why it closed. */
export type ShownDetail = { key: string; responseId?: string; score?: number; reason?: string | undefined };

/** A survey on screen. */
export type Shown = {
  /** `<milepost-survey data-state="shown|answered|closed">`. */
  host: HTMLElement;
  /** Takes it off the screen and tells `closed` with this reason, `person` being the person's own; an answer under way is still sent. */
  close(reason: string): void;
  /**
   * Puts the same survey, drawn in another language, into the same host: response and delivery go on. `fill` is given the
   * new form before it is there.
   */
  draw(source: Card, fill?: (form: AskingForm) => void): void;
};

/** Style sheet and elements of one survey in one language; see `widgetModule`. */
export type Card = (
  make: ReturnType<typeof maker>,
  choose: ReturnType<typeof chooser>,
) => [css: string, card: HTMLElement, form: AskingForm, status: Status, tab?: HTMLElement];

/** `GET /v1/q/{placementKey}.js`, as far as `draw` needs it. */
export type QuestionModule = { $: Card };
