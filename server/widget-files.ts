import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { env } from '../lib/env';
import { AppError } from '../lib/errors';
import { askingOf, widgetsOf } from '../lib/gates/respondent';
import { shared } from '../lib/registry';
import { DEFAULT_WIDGET_RULES } from '../lib/survey/model/widget-rules';
import { loaderScript, siteConfig } from '../widget/config';
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

const SCRIPT = {
  'content-type': 'text/javascript; charset=utf-8',
  ...ANY_ORIGIN,
};

/** Five minutes from the cache, then a fresh copy in the background: a change in the app is live soon after. */
const SHORT_CACHE = 'public, max-age=300, stale-while-revalidate=86400';

/** `GET /v1/milepost.js?k=KEY`: the loader with what this key may show. */
export async function serveLoader(
  req: IncomingMessage,
  res: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  try {
    requireGet(req, res);
    const placements = await widgetsOf(query.get('k') ?? '');
    const config = siteConfig(
      env().APP_URL,
      placements.map(({ key, rules }) => ({ key, rules: rules ?? DEFAULT_WIDGET_RULES })),
    );
    const script = packed(loaderScript(widgetFiles().loader, config));
    sendPacked(res, script, accepted(req), { ...SCRIPT, 'cache-control': SHORT_CACHE });
  } catch (error) {
    sendProblem(res, error, ANY_ORIGIN);
  }
}

/** Orders of the emotion words that are handed out in turn; few, so that their compressed bodies can be kept. */
const WORD_ORDERS = 8;

/** `GET /v1/q/{placementKey}.js`: the module that shows one survey. */
export async function serveQuestion(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
  try {
    requireGet(req, res);
    const { placement, question } = await askingOf(key);
    if (placement.kind === 'email')
      throw new AppError('not_found', 'There is nothing here under that address.');
    if (placement.closedAt) throw new AppError('closed', 'This survey is closed and takes no more answers.');
    const script = packed(
      widgetModule(widgetFiles().widget, question, {
        mode: 'popover',
        wordSeed: String(randomInt(WORD_ORDERS)),
      }),
    );
    sendPacked(res, script, accepted(req), { ...SCRIPT, 'cache-control': 'public, max-age=60' });
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
