import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { memberRoute } from '@/lib/gates/member';
import { listWidgetPlacements } from '@/lib/survey/views';
import { hostPage, ROOT } from '../host-page';

/** Any address of a made-up site that has the widget installed, as a customer's browser would meet it. */
export const GET = memberRoute<{ page?: string[] }>(async ({ scope, workspace }, request) => {
  const { pathname, searchParams } = new URL(request.url);
  const open = (await listWidgetPlacements(scope)).filter(({ closedAt }) => closedAt === null);
  const inline = open.filter(({ rules }) => rules?.mode === 'inline');
  const asked = searchParams.get('inline');
  const { origin } = new URL(env().APP_URL);
  const urls = open.flatMap(({ rules }) => rules?.urls ?? []);
  const events = open.flatMap(({ rules }) => (rules?.trigger.kind === 'event' ? [rules.trigger.name] : []));
  const { html, policy } = hostPage(
    await readText(),
    {
      brand: workspace.brand,
      // A key of its own per view: the member sees a change at once, where sites may take five minutes.
      script: `${env().APP_URL}/v1/milepost.js?k=${workspace.siteKey}&t=${Date.now()}`,
      path: pathname,
      paths: pathsOf(urls),
      events: [...new Set(events)],
      inline: inline.map(({ key, surveyTitle }) => ({ key, title: surveyTitle })),
      shown: inline.find(({ key }) => key === asked)?.key ?? null,
      preview: searchParams.get('milepost_preview') === '1',
      asks: open.length > 0,
      hasWholeAddresses: urls.some((url) => url.includes('*')),
    },
    origin,
  );
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
});

/** The front page, and for each rule that is a path an address that it matches. */
function pathsOf(urls: readonly string[]): string[] {
  const named = urls
    .filter((url) => /^\/[\w\-./]*$/.test(url) && !url.includes('..'))
    .map((url) => ROOT + url);
  return [...new Set([ROOT, ...named])].slice(0, 8);
}
