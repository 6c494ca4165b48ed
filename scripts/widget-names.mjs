/**
 * What the build calls the names that the loader shares with everything it loads (see widget/core.ts): short, and the
 * same in every file, because the browser keeps some of them longer than others. A name keeps its letters for good.
 */
const NAMES = {
  _site: 'A',
  _said: 'B',
  _held: 'C',
  _holds: 'D',
  _page: 'E',
  _busy: 'G',
  _resent: 'H',
  _mayKeep: 'I',
  _read: 'J',
  _isDue: 'K',
  _check: 'L',
  _load: 'M',
  _storage: 'N',
  _container: 'P',
  _host: 'Q',
  _waited: 'T',
  _close: 'U',
};

/** The build's options for that. */
export const shortNames = () => ({ mangleProps: /^_/, mangleCache: { ...NAMES } });

/** Throws where a file has a name that is not listed: it would be called something else in the next file. */
export function requireListed(cache) {
  const stray = Object.keys(cache ?? {}).filter((name) => !(name in NAMES));
  if (stray.length > 0) throw new Error(`List ${stray.join(', ')} in scripts/widget-names.mjs.`);
}
