/**
 * What one process counted under a key in a window of so many minutes since it last told, for the table that all processes
 * share; `until` names the window by the last minute since 1970 that its count reaches into.
 */
export type RateChange = { key: string; minutes: number; until: number; count: number };

/** What all processes together counted under a key in a window and in the one before. */
export type RateTotal = { key: string; until: number; count: number; before: number };
