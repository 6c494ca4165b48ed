/**
 * What this browser remembers of one survey; instants in epoch milliseconds. `shown`: when it last came up, or, for
 * those that do not come by themselves, when it was last answered. `closed`: when the person closed it. `answered`: when
 * an answer was last saved. `draw`: where the person fell in the draw of a share, 0–1. `touchpoint`: what it asks about,
 * as `g` of its configuration.
 */
export type MemoryRecord = {
  shown?: number;
  closed?: number;
  answered?: number;
  draw?: number;
  touchpoint?: string;
};

/** By placement key. */
export type Memory = Readonly<Record<string, MemoryRecord>>;

/**
 * The one entry in the site's storage, as JSON: records by placement key, beside them the version of this form and the
 * answers that wait to be sent, by the address of their response. No key is as short as these two names.
 */
export type Stored = Record<string, MemoryRecord> & { v?: 2; w?: Record<string, string> };
