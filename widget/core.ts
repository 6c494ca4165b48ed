import type { PlacementConfig, SiteConfig } from './config';
import type { MemoryRecord } from './memory';
import type { Shown } from './shown';

/** A survey that this page may show; one that only the page names has no rules here. */
export type Placement = Partial<PlacementConfig> & {
  /** Another origin than the first script tag's. */
  o?: string;
  /** The element that shows it; the document while that is on its way. */
  _host?: Shown | Document | undefined;
  /** Looks in a row at which all its gates but delay and busy stood open. */
  _waited?: number;
};

/** The arguments of one call: `milepost(name, ...args)`. */
export type Call = readonly [name: string, ...args: unknown[]];

export type Milepost = {
  (...call: Call): unknown;
  /** Calls from before the loader was there. */
  q?: ArrayLike<Call>;
  /** The loader is there. */
  l?: 1;
};

declare global {
  interface Window {
    milepost?: Milepost;
  }
}

/** Every module that the loader loads has this one function. */
export type Part = { run(core: Core, ...args: unknown[]): unknown };

/**
 * What the loader shares with the modules that are loaded when they are needed. The build shortens names that begin
 * with `_`, everywhere to the same.
 */
export type Core = {
  _site: Omit<SiteConfig, 's'> & { s: Record<string, Placement> };
  /**
   * The last call of each command that is noted here, `e` and name of each event that was tracked, and per page what
   * the triggers have seen: page and trigger; the page alone for the looks at it.
   */
  _said: Record<string, unknown> & {
    identify?: readonly unknown[];
    locale?: readonly unknown[];
    page?: readonly unknown[];
    consent: readonly unknown[];
  };
  /** What is remembered, as of the last `_read`; lasts for this page where nothing may be kept. See `Stored`. */
  _held: Record<string, MemoryRecord> & { v?: unknown; w?: Record<string, string | undefined> | undefined };
  /** Parts that have to be there before anything is looked at again. */
  _holds: number;
  /** Path and query that the rules look at. */
  _page: string;
  /** What surveys are appended to that stand in no place of the page, instead of its body. */
  _container?: Element;
  /** The survey that came up last, other than as a part of the page. */
  _busy?: HTMLElement | Document | undefined;
  /** Answers from an earlier page are being sent, or have no business here any more: a survey has come up. */
  _resent?: unknown;
  /** Whether anything may be kept on this device. */
  _mayKeep(): boolean;
  /** What is remembered, read again; with an argument it is kept as it is now instead. */
  _read(write?: 1): Core['_held'];
  /** Whether every gate but delay and busy is open. */
  _isDue(key: string): unknown;
  _check(): void;
  _load(path: string, ...args: unknown[]): Promise<unknown>;
  /** Where it is kept, if the site wants another place. */
  _storage?: () => Storage;
};
