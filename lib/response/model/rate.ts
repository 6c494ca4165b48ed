/** What one process counted under a key since it last told, for the table that all processes share; `slot` is a minute. */
export type RateChange = { key: string; slot: number; count: number };

/** What all processes together counted under a key in a minute and in the one before. */
export type RateTotal = { key: string; slot: number; count: number; before: number };
