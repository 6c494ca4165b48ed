/** What a survey on screen tells, to the loader and as a DOM event `milepost:NAME` on its host element. */
export type ShownEvent = 'shown' | 'answered' | 'completed' | 'closed' | 'error';

/** Who answers, as the site said it with `identify`; travels in the snapshot as it is. */
export type Person =
  | { id: string; traits?: Record<string, string>; hash?: string }
  | { token: string; traits?: Record<string, string> };

/**
 * What the loader gives to the module that shows one survey. The module knows its own mode: the loader has asked for it
 * (`/v1/q/KEY.js?l=TAG&m=MODE`).
 */
export type ShowOptions = {
  /** The placement's key, for the events' detail. */
  key: string;
  /** Address that response ids are appended to. */
  responses: string;
  /**
   * Where an inline survey stands. A `<milepost-survey>` element becomes the host itself; any other element gets the
   * host as its last child. For the other modes: the element that the host is appended to instead of `<body>`.
   */
  slot?: Element | undefined;
  /** Whether the person asked for it just now, by a click: then focus may move in at once. */
  asked?: boolean | undefined;
  person?: Person | undefined;
  /** What `{contact.…}` in the texts is filled with. */
  traits?: Record<string, string> | undefined;
  /** `language`: filled in by what shows the survey, as it is on screen. `page`: path and query, as the rules see them. */
  context: { page: string; language: string };
  /**
   * Keeps the newest snapshot of a response until it is acknowledged, so that a later page can send it; without a body
   * it is forgotten. `url` is the response's address. Does nothing where nothing may be kept.
   */
  keep(url: string, body?: string): void;
  /** Nothing is sent, and the survey says so: the module was asked for with `&p=1`. */
  sandbox?: boolean | undefined;
  /**
   * Told of everything once: `shown` when it is on screen, `answered` when the first tap is saved, `completed` when the
   * finished answer is, `closed` when it has gone, `error` when an answer can never be saved. The module itself sends the
   * same as `CustomEvent('milepost:NAME', {detail, bubbles: true, composed: true})` from the host.
   */
  tell(event: ShownEvent, detail: ShownDetail): void;
};

/** `score` is missing where the site must not read the answer; `reason` says why it closed. */
export type ShownDetail = { key: string; responseId?: string; score?: number; reason?: string };

/** A survey on screen. */
export type Shown = {
  /** `<milepost-survey data-state="shown|answered|closed">`. */
  host: HTMLElement;
  /** Takes it off the screen and tells `closed` with this reason, `person` being the person's own; an answer under way is still sent. */
  close(reason: string): void;
  /** Draws the same survey in the language of another module into the same host: answer, response and delivery stay. */
  draw(module: QuestionModule, fill: typeof import('./redraw').fill): void;
};

/** `GET /v1/q/{placementKey}.js`, as far as `draw` needs it. */
export type QuestionModule = { $: import('./show').Card };
