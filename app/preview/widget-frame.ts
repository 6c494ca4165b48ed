import type { QuestionView } from '@/lib/survey/model';
import type { WidgetMode } from '@/lib/survey/model/widget-rules';
import { escapeText } from '@/widget/html';
import { widgetModule } from '@/widget/widget-module';
import { frameReply, inScheme, type Scheme, widgetManifest } from './frame-reply';
import type { Moment } from './sample';

/**
 * A page of some site with the real widget on it, for a sandboxed frame: the very module that customers get, showing
 * itself in this page. What it sends is answered by the page itself, and could not leave the frame.
 */
export function widgetFrame(
  question: QuestionView,
  mode: WidgetMode,
  scheme: Scheme,
  moment: Moment,
): Response {
  const module = inScheme(
    widgetModule(widgetManifest().widget, question, { mode, wordSeed: 'preview' }),
    scheme,
  );
  const css = `${PAGE}${inScheme(COLOURS, scheme)}${scheme ? `:root{color-scheme:${scheme};--milepost-scheme:${scheme}}` : ''}`;
  const js = playing(module, mode, moment);
  const grey = (lines: number[]) => lines.map((width) => `<p class="l w${width}"></p>`).join('');
  const html = `<!doctype html><html lang="${question.language}" dir="${question.dir}"><head><meta charset="utf-8"><title>${escapeText(question.brand)}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="${scheme ?? 'light dark'}"><style>${css}</style></head><body><header><b>${escapeText(question.brand)}</b></header><main aria-label="Preview">${grey([9, 6])}${mode === 'inline' ? '<div id="slot"></div>' : '<p class="l pic"></p>'}${grey([9, 8, 9, 4])}<p class="l pic"></p></main><script type="module">${js}</script></body></html>`;
  return frameReply(html, { css, js });
}

const PAGE =
  '*{box-sizing:border-box}body{margin:0;font:16px system-ui,sans-serif;background:var(--bg);color:var(--fg)}header{padding:16px 20px;background:var(--bar);color:var(--on)}main{padding:20px}.l{height:12px;margin:0 0 12px;border-radius:6px;background:var(--grey)}.w9{width:96%}.w8{width:82%}.w6{width:61%}.w4{width:38%}.pic{height:150px;border-radius:12px}#slot{margin:20px 0}';
const COLOURS =
  ':root{--bg:#fff;--fg:#1f2a3d;--bar:#14684f;--on:#fff;--grey:#eceff3}@media (prefers-color-scheme: dark){:root{--bg:#12161d;--fg:#eef1f5;--bar:#0f4f3c;--on:#fff;--grey:#252c38}}';

/**
 * The script of the page: shows the survey and brings it to the moment that is asked for, as a person would; but a tab is
 * opened without a click, which would take the focus out of the page around this one.
 */
function playing(module: string, mode: WidgetMode, moment: Moment): string {
  const told = JSON.stringify({ score: moment.score, sent: moment.sent });
  return `
const {score, sent} = ${safe(told)};
globalThis.fetch = async () => new Response('{}', {status: 200, headers: {'content-type': 'application/json'}});
const load = (text) => import(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})));
const [{stage}, module] = await Promise.all([load(${safe(JSON.stringify(widgetManifest().parts.stage ?? ''))}), load(${safe(JSON.stringify(module))})]);
const {host} = stage(module, 'preview', ${mode === 'inline' ? 'document.getElementById("slot")' : 'undefined'});
const root = host.shadowRoot;
if (score !== null) {
  if (${mode === 'tab'}) for (const part of root.children) part.hidden = !part.hidden;
  root.querySelector('input[value="' + score + '"]').click();
  if (sent) root.querySelector('.m button').click();
  else root.querySelector('form').scrollIntoView({block: 'nearest'});
}
`;
}

/** A text inside a script cannot end it. */
const safe = (json: string): string => json.replaceAll('<', '\\u003c');
