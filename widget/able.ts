/**
 * What a loader can do; the build replaces each of these by true or false, so that a site loads only what its rules
 * need. See `loaderName`.
 */
export type Able = {
  /** Draw for a share of people. */
  share: boolean;
  dwell: boolean;
  scroll: boolean;
  seen: boolean;
  exit: boolean;
  click: boolean;
  /** Its bytes never change: it fetches its configuration. */
  fixed: boolean;
};

declare global {
  const able: Able;
}
