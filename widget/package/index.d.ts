export type Consent = 'granted' | 'denied' | 'pending';
export type Mode = 'popover' | 'inline' | 'modal' | 'tab';

/** Why a survey is not shown, or `ok`. */
export type Reason =
  | 'ok'
  | 'unknown_key'
  | 'closed'
  | 'consent'
  | 'do_not_track'
  | 'page'
  | 'answered'
  | 'dismissed'
  | 'touchpoint_rest'
  | 'rest'
  | 'sample'
  | 'event'
  | 'dwell'
  | 'scroll'
  | 'exit'
  | 'click'
  | 'seen'
  | 'delay'
  | 'busy';

export type InitOptions = {
  /** BCP 47 tag; else the language of the page, else the browser's. */
  locale?: string;
  consent?: Consent;
  /** Where the widget remembers; `memory` is this page only. */
  persistence?: 'local' | 'session' | 'memory';
  respectDnt?: boolean;
  /** Everything shows at once and nothing is sent. */
  sandbox?: boolean;
  /** What surveys are appended to that stand in no place of the page; else its body. */
  container?: Element | string;
};

export type LoadOptions = InitOptions & {
  /** Origin of Milepost, like `https://feedback.example.com`. */
  server: string;
  /** A fixed version, with its integrity hash from the app. */
  version?: string;
  integrity?: string;
  nonce?: string;
};

export type Traits = Record<string, string | number | boolean>;
export type Proof = { hash: string } | { token: string };
export type ShowOptions = { mode?: Mode; target?: Element | string; force?: boolean };
export type ShownDetail = { key: string; responseId?: string; score?: number; reason?: string };
export type SurveyEvent = 'shown' | 'answered' | 'completed' | 'closed' | 'error';

/** The one global of the widget. What returns a promise loads its part on first use. */
export interface Milepost {
  (command: 'init', options: InitOptions): Promise<void>;
  (command: 'init', key: string, options?: InitOptions): Promise<void>;
  (command: 'identify', id: string, traits?: Traits, proof?: Proof): void;
  (command: 'track', event: string, properties?: Record<string, unknown>): void;
  (command: 'show', key: string, options?: ShowOptions): Promise<{ shown: boolean; reason: Reason }>;
  (command: 'canShow', key: string): Promise<{ ok: boolean; reason: Reason }>;
  (command: 'close', reason?: string): Promise<void>;
  (command: 'consent', state: Consent): void;
  (command: 'reset'): Promise<void>;
  (command: 'on', event: SurveyEvent, listener: (detail: ShownDetail) => void): Promise<() => void>;
  (command: 'on', event: 'ready', listener: (detail: { version: string }) => void): Promise<() => void>;
  (command: 'page', path?: string): void;
  (command: 'locale', tag: string): void;
  (command: 'debug'): Promise<void>;
  (command: 'version'): Promise<string>;
}

/** Loads the widget once per page; safe on a server, where it does nothing. */
export function loadMilepost(key: string, options: LoadOptions): Milepost;

/** Passes a call on to the widget, or to its queue: before it is there, nothing is returned. */
export const milepost: Milepost;

/** Tells of surveys on this page; returns what ends it. */
export function on(event: SurveyEvent, listener: (detail: ShownDetail) => void): () => void;

declare global {
  interface HTMLElementTagNameMap {
    'milepost-survey': HTMLElement;
  }
  interface DocumentEventMap {
    'milepost:shown': CustomEvent<ShownDetail>;
    'milepost:answered': CustomEvent<ShownDetail>;
    'milepost:completed': CustomEvent<ShownDetail>;
    'milepost:closed': CustomEvent<ShownDetail>;
    'milepost:error': CustomEvent<ShownDetail>;
  }
}
