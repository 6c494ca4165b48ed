import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { npmFolder } from '../e2e/hosts/workshop.mjs';

const PACKAGES = ['posthog-js@1.409.5', 'survey-core@2.5.35', 'survey-js-ui@2.5.35', '@typeform/embed@6.0.0'];
const QUESTION = 'How likely are you to recommend Lumen to a friend or colleague?';

const page = (head, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title><link rel="icon" href="data:,">${head}</head><body><h1>Plans</h1><p>Fibre for everybody.</p>${body}</body></html>`;

/** As PostHog's own service answers a project with one survey; see its package for the fields. */
const POSTHOG_SURVEY = {
  id: '018f0000-0000-0000-0000-000000000001',
  name: 'NPS',
  type: 'popover',
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  questions: [
    {
      id: 'q1',
      type: 'rating',
      question: QUESTION,
      display: 'number',
      scale: 10,
      lowerBoundLabel: 'Not at all likely',
      upperBoundLabel: 'Extremely likely',
    },
  ],
  conditions: null,
  appearance: {},
  feature_flag_keys: [],
  current_iteration: null,
};
const POSTHOG_CONFIG = {
  token: 'phc_bench',
  surveys: true,
  supportedCompression: ['gzip-js'],
  hasFeatureFlags: false,
  captureDeadClicks: false,
  capturePerformance: false,
  autocapture_opt_out: true,
  heatmaps: false,
  sessionRecording: false,
  isAuthenticated: false,
  siteApps: [],
  toolbarParams: {},
  defaultIdentifiedOnly: true,
};

const SURVEYJS = JSON.stringify({
  elements: [{ type: 'rating', name: 'nps', title: QUESTION, rateMin: 0, rateMax: 10 }],
});

/**
 * One question of other products, each installed from npm and shown by its own code from a server on loopback, with
 * brotli at its best and replies that stand in for the makers' services.
 */
export async function servePeers() {
  const modules = join(await npmFolder('peers', PACKAGES), 'node_modules');
  const at = (path) => readFileSync(join(modules, path));
  const texts = new Map();
  const put = (path, type, body) => texts.set(path, { type, body: brotli(body), plain: body });
  const script = (path, file) => put(path, 'text/javascript; charset=utf-8', at(file));
  const html = (path, text) => put(path, 'text/html; charset=utf-8', Buffer.from(text));
  const json = (path, value) => put(path, 'application/json', Buffer.from(JSON.stringify(value)));

  html('/blank', page(''));
  script('/static/array.js', 'posthog-js/dist/array.js');
  script('/static/surveys.js', 'posthog-js/dist/surveys.js');
  put(
    '/array/phc_bench/config.js',
    'text/javascript',
    Buffer.from(
      `(function(){window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};window._POSTHOG_REMOTE_CONFIG['phc_bench']={config:${JSON.stringify(POSTHOG_CONFIG)},siteApps:[]}})();`,
    ),
  );
  json('/array/phc_bench/config', POSTHOG_CONFIG);
  json('/api/surveys/', { surveys: [POSTHOG_SURVEY] });
  json('/flags/', { flags: {}, errorsWhileComputingFlags: false, requestId: 'r' });
  html(
    '/posthog',
    page(
      `<script>!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){function g(t,e){var o=e.split(".");2==o.length&&(t=t[o[0]],e=o[1]),t[e]=function(){t.push([e].concat(Array.prototype.slice.call(arguments,0)))}}(p=t.createElement("script")).type="text/javascript",p.crossOrigin="anonymous",p.async=!0,p.src=s.api_host+"/static/array.js",(r=t.getElementsByTagName("script")[0]).parentNode.insertBefore(p,r);var u=e;for(void 0!==a?u=e[a]=[]:a="posthog",u.people=u.people||[],o="init capture identify reset onSurveysLoaded".split(" "),n=0;n<o.length;n++)g(u,o[n]);e._i.push([i,s,a])},e.__SV=1)}(document,window.posthog||[]);
      posthog.init('phc_bench',{api_host:location.origin,autocapture:false,disable_session_recording:true,capture_pageview:false,persistence:'memory'})</script>`,
    ),
  );
  put('/survey-core.css', 'text/css', at('survey-core/survey-core.fontless.min.css'));
  script('/survey.core.js', 'survey-core/survey.core.min.js');
  script('/survey-js-ui.js', 'survey-js-ui/survey-js-ui.min.js');
  html(
    '/surveyjs',
    page(
      '<link rel="stylesheet" href="/survey-core.css"><script defer src="/survey.core.js"></script><script defer src="/survey-js-ui.js"></script>',
      `<div id="here"></div><script>addEventListener('DOMContentLoaded',function(){new Survey.Model(${SURVEYJS}).render(document.getElementById('here'))})</script>`,
    ),
  );
  script('/embed.js', '@typeform/embed/build/embed.js');
  put('/embed/css/popover.css', 'text/css', at('@typeform/embed/build/css/popover.css'));
  put('/embed/css/widget.css', 'text/css', at('@typeform/embed/build/css/widget.css'));
  html(
    '/typeform',
    page(
      '<link rel="stylesheet" href="/embed/css/widget.css"><script async src="/embed.js"></script>',
      '<div data-tf-widget="bench" data-tf-disable-tracking style="height:300px"></div>',
    ),
  );

  const server = createServer((req, res) => {
    const found = texts.get(new URL(req.url, 'http://x').pathname);
    if (!found) {
      res.statusCode = 404;
      res.end();
      return;
    }
    const packed = /\bbr\b/.test(req.headers['accept-encoding'] ?? '');
    res.writeHead(200, {
      'content-type': found.type,
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      ...(packed && { 'content-encoding': 'br' }),
    });
    res.end(packed ? found.body : found.plain);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    /** A page of our own on the same server, for what is measured beside the peers. */
    addPage: (path, head) => html(path, page(head)),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const brotli = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
