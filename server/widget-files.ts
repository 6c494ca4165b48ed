import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { env } from '../lib/env';
import { AppError } from '../lib/errors';
import { askingOf, questionOf, stateOf, widgetsOf } from '../lib/gates/respondent';
import { shared } from '../lib/registry';
import { DEFAULT_SITE_SETTINGS, DEFAULT_WIDGET_RULES, WIDGET_MODES } from '../lib/survey/model/widget-rules';
import { chooseLanguage, wantedLanguages } from '../lib/survey/rules/languages';
import { loaderName, loaderScript, type SiteConfig, siteConfig } from '../widget/config';
import type { WidgetManifest } from '../widget/manifest';
import { widgetModule } from '../widget/widget-module';
import { ANY_ORIGIN, type Packed, pack, refuseMethod, sendPacked, sendProblem } from './reply';

/** What the build made of `widget/`, read once. */
export function widgetFiles(): WidgetManifest {
  return shared('widget-files', () => {
    const file = resolve(process.cwd(), 'dist/widget/manifest.json');
    return JSON.parse(readFileSync(file, 'utf8')) as WidgetManifest;
  });
}

const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8', ...ANY_ORIGIN };
const JSON_FILE = { 'content-type': 'application/json; charset=utf-8', ...ANY_ORIGIN };

/** Five minutes from the cache, then a fresh copy in the background: a change in the app is live soon after. */
const SHORT_CACHE = 'public, max-age=300, stale-while-revalidate=86400';

/** `GET /v1/milepost.js?k=KEY`: the smallest loader that does for what this key may show, with that inside. */
export function serveLoader(
  req: IncomingMessage,
  res: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  return serve(req, res, SCRIPT, SHORT_CACHE, async () => {
    const config = await configOf(query.get('k') ?? '');
    return loaderScript(widgetFiles().loaders[loaderName(config)] ?? '', config);
  });
}

/** `GET /v1/site/KEY.json`: what this key may show, alone. */
export function serveSite(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
  return serve(req, res, JSON_FILE, SHORT_CACHE, async () => JSON.stringify(await configOf(key)));
}

/** `GET /v{version}/milepost.js`: the loader whose bytes never change. */
export function serveFixedLoader(req: IncomingMessage, res: ServerResponse, version: string): Promise<void> {
  return serve(req, res, SCRIPT, 'public, max-age=31536000, immutable', async () => {
    const { fixed } = widgetFiles();
    if (version !== fixed.version) {
      throw new AppError(
        'not_found',
        `This server has version ${fixed.version} of the widget: load /v${fixed.version}/milepost.js, with its own integrity hash.`,
      );
    }
    return fixed.script;
  });
}

/** `GET /v1/p/NAME.js`: a part that the loader loads when it is needed. */
export function servePart(req: IncomingMessage, res: ServerResponse, name: string): Promise<void> {
  return serve(req, res, SCRIPT, SHORT_CACHE, async () => {
    const { parts } = widgetFiles();
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) throw new AppError('not_found', 'There is nothing here under that address.');
    return part;
  });
}

/** Orders of the emotion words that are handed out in turn; few, so that their compressed bodies can be kept. */
const WORD_ORDERS = 8;

/** `GET /v1/q/{placementKey}.js?l=TAG&m=MODE&p=1`: the module that shows one survey, in the language that suits best. */
export function serveQuestion(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
  query: URLSearchParams,
): Promise<void> {
  const headers = { ...SCRIPT, vary: 'Accept-Language' };
  return serve(req, res, headers, 'public, max-age=60', async () => {
    const { placement } = await askingOf(key);
    if (placement.kind === 'email')
      throw new AppError('not_found', 'There is nothing here under that address.');
    if (stateOf(placement, new Date()) !== 'open')
      throw new AppError('closed', 'This survey is closed and takes no more answers.');
    const { mode, framed } = placement.rules ?? DEFAULT_WIDGET_RULES;
    const wanted = WIDGET_MODES.find((one) => one === query.get('m'));
    const language = chooseLanguage(placement.content.languages, [
      query.get('l') ?? '',
      ...wantedLanguages(req.headers['accept-language']),
    ]);
    return widgetModule(widgetFiles().widget, questionOf(placement, language, 'later'), {
      mode: wanted ?? mode,
      framed,
      preview: query.get('p') === '1',
      wordSeed: String(randomInt(WORD_ORDERS)),
    });
  });
}

/** What a script tag with this key needs to know. @throws AppError `not_found` */
async function configOf(key: string): Promise<SiteConfig> {
  const placements = await widgetsOf(key);
  return siteConfig(
    env().APP_URL,
    placements[0]?.site ?? DEFAULT_SITE_SETTINGS,
    placements.map(({ key, lineageId, rules }) => ({
      key,
      touchpoint: lineageId,
      rules: rules ?? DEFAULT_WIDGET_RULES,
    })),
  );
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  headers: Record<string, string>,
  cache: string,
  text: () => Promise<string>,
): Promise<void> {
  try {
    requireGet(req, res);
    sendPacked(res, packed(await text()), accepted(req), { ...headers, 'cache-control': cache });
  } catch (error) {
    sendProblem(res, error, ANY_ORIGIN);
  }
}

function requireGet(req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') refuseMethod(res, 'GET, HEAD');
}

/** The strongest compression takes longer than the rest of the reply: each text is compressed once. */
function packed(text: string): Packed {
  const known = shared('packed-scripts', () => new Map<string, Packed>());
  let found = known.get(text);
  if (!found) {
    if (known.size >= 500) known.clear();
    found = pack(text);
    known.set(text, found);
  }
  return found;
}

const accepted = (req: IncomingMessage) => req.headers['accept-encoding'] as string | undefined;
