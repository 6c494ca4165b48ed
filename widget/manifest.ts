/**
 * What `scripts/build-widget.mjs` writes as `dist/widget/manifest.json`, read once when the server starts.
 *
 * - `page`: texts that the answer page inlines exactly as they are, with their CSP sources:
 *   `script-src ${jsHash}; style-src ${cssHash}; connect-src 'self'; form-action 'self'; img-src data:`.
 * - `loaders`: `GET /v1/milepost.js?k=KEY` is `loaderScript(loaders[loaderName(config)], config)`.
 * - `fixed`: `GET /v{version}/milepost.js?k=KEY`, the same bytes for every key and for good; it fetches
 *   `GET /v1/site/KEY.json`, the configuration alone.
 * - `parts`: `GET /v1/p/NAME.js`, loaded when they are needed.
 * - `widget`: `GET /v1/q/{placementKey}.js` is `widgetModule(widget, question, wordSeed)` while the placement is
 *   open, else 404 or 410. `styles` has one part for all and one per kind of scale. Host pages import the module
 *   across origins: `Access-Control-Allow-Origin: *` and `Cross-Origin-Resource-Policy: cross-origin`.
 *
 * A page view where nothing is due costs the loader; showing costs one request more, answering the replies to one
 * PUT per saved change. The byte limits count on the server's strongest brotli (quality 11): bodies change only
 * with the survey, so they can be compressed once and kept.
 */
export type WidgetManifest = {
  page: PageFiles;
  kiosk: PageFiles;
  frame: PageFiles;
  /** By `loaderName`. */
  loaders: Record<string, string>;
  /** `version` is the package's; `integrity` fits the script as it is served. */
  fixed: { version: string; script: string; integrity: string };
  parts: Record<string, string>;
  widget: { scripts: Record<string, string>; styles: Record<string, string> };
};

/** What a page inlines, with the sources that its CSP has to admit. */
export type PageFiles = { js: string; css: string; jsHash: string; cssHash: string };
