import type { Core } from './core';

/** From now on every survey of the site comes at once, whatever its gates say; nothing is sent and nothing is kept. */
export function sandbox(core: Core): void {
  const load = core._load;
  core._load = (path, ...args) => {
    if (!path.startsWith('q/')) return load(path, ...args);
    return load(`${path}&p=1`, ...args);
  };
  core._mayKeep = () => false;
  core._isDue = (key) => {
    const placement = core._site.s[key];
    if (placement?.d) placement.d = 0;
    return !placement?._host?.isConnected;
  };
}
