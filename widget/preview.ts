import type { Core } from './core';
import { sandbox } from './sandbox';

/** `?milepost_preview=1`: everything shows at once and nothing is sent. */
export function run(core: Core): void {
  sandbox(core);
  core._holds--;
}
