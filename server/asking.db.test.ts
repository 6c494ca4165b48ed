import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { launchCampaign } from '@/lib/distribution/commands/launch-campaign';
import { invitationToken } from '@/lib/distribution/rules/secrets';
import { secret } from '@/lib/env';
import { replaceIdentityKey } from '@/lib/identity/commands/replace-identity-key';
import { settleSite } from '@/lib/identity/commands/settle-site';
import { loadIdentityKey, loadSiteSettings } from '@/lib/identity/views';
import { shared } from '@/lib/registry';
import { listSuspects } from '@/lib/response/views';
import { closeSurvey, editDraft, pauseSurvey, publishSurvey, scheduleSurvey } from '@/lib/survey/commands';
import { NO_TEXTS, newContent, type SurveyContent } from '@/lib/survey/model/content';
import { GROUPS } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { DEFAULT_SITE_SETTINGS, type SiteSettings } from '@/lib/survey/model/widget-rules';
import { packOf } from '@/lib/survey/rules/languages';
import { frontDoor } from './front-door';
import { widgetFiles } from './widget-files';

testDatabase();

let server: Server;
let base: string;

beforeAll(async () => {
  server = frontDoor({ ready: true, next: null });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What an author changed is seen at most a second later; tests do not wait for that. */
const forget = () => shared<Map<string, unknown>>('askings', () => new Map()).clear();

const CONTENT: SurveyContent = {
  languages: ['en', 'de', 'ar'],
  followUps: [
    { kind: 'reasons', after: ['low'], frictions: ['waited', 'own-a1'], strengths: [] },
    { kind: 'expectation', after: ['low', 'middle'] },
    { kind: 'text', after: [...GROUPS] },
  ],
  links: { low: '', middle: '', high: 'https://lumen.example/review' },
  texts: {
    en: {
      ...NO_TEXTS,
      topic: 'book a visit',
      why: { low: 'What went wrong, {contact.name|friend}?', middle: '', high: '' },
      thanks: { low: 'We will look into it.', middle: '', high: 'Glad to hear!' },
      link: { low: '', middle: '', high: 'Write a review' },
      reasons: { 'own-a1': 'Too cold' },
    },
    de: { ...NO_TEXTS, topic: 'einen Termin zu vereinbaren', reasons: { 'own-a1': 'Zu kalt' } },
    ar: { ...NO_TEXTS, reasons: { 'own-a1': 'بارد جدا' } },
  },
};

type Place = TestWorkspace & TestPlacement;

async function place(kind: 'link' | 'widget' | 'email' = 'link', content = CONTENT): Promise<Place> {
  const workspace = await testWorkspace();
  const placement = await testPlacement(workspace.scope, 'ces', kind);
  await editDraft(workspace.scope, { id: placement.surveyId, title: 'Effort', content });
  await publishSurvey(workspace.scope, { id: placement.surveyId, series: 'same' });
  forget();
  return { ...workspace, ...placement };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers, redirect: 'manual' });

const put = (key: string, body: unknown, headers: Record<string, string> = {}, id: string = randomUUID()) =>
  fetch(`${base}/api/v1/placements/${key}/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const post = (
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return fetch(base + path, { method: 'POST', body: form, redirect: 'manual', headers });
};

const snapshot = (score: number, more: object = {}) => ({
  seq: 1,
  state: 'complete',
  answer: { score },
  ...more,
});

/** What is stored at the placement, the newest first. */
const storedAt = ({ placementId }: Place) =>
  rows<Record<string, unknown>>(
    database().orm,
    sql`SELECT score, words, comment, follow_ups, language, device, page, identity, respondent_key, attributes, persona,
          suspect FROM responses WHERE placement_id = ${placementId} ORDER BY changed_at DESC`,
  );

const codeOf = async (reply: Response) => ((await reply.json()) as { code: string }).code;
const lang = (html: string) => /<html lang="([^"]+)" dir="([^"]+)"/.exec(html)?.slice(1);

describe('the language of a page', () => {
  let at: Place;
  beforeAll(async () => {
    at = await place();
  });

  test.each([
    ['', undefined, 'en', 'ltr'],
    ['', 'de-AT,de;q=0.9,en;q=0.8', 'de', 'ltr'],
    ['', 'fr-FR,fr;q=0.9', 'en', 'ltr'],
    ['', 'fr-FR, ar;q=0.5, de;q=0.4', 'ar', 'rtl'],
    ['?l=ar', 'de', 'ar', 'rtl'],
    ['?l=fr', 'de', 'de', 'ltr'],
    ['?l=%3Cscript%3E', undefined, 'en', 'ltr'],
  ])('by %j and Accept-Language %s is %s', async (query, accept, language, dir) => {
    const reply = await get(
      `/a/${at.key}${query}`,
      accept === undefined ? {} : { 'accept-language': accept },
    );
    expect(reply.status).toBe(200);
    expect(reply.headers.get('vary')).toContain('Accept-Language');
    const html = await reply.text();
    expect(lang(html)).toEqual([language, dir]);
    expect(html).toContain(packOf(language as Language).texts.send);
    expect(html).toContain(`<input type="hidden" name="language" value="${language}">`);
  });

  test('can be chosen from a list of all that are offered, each by its own name', async () => {
    const html = await (await get(`/a/${at.key}/languages`)).text();
    for (const tag of CONTENT.languages) {
      expect(html).toContain(`<a href="/a/${at.key}?l=${tag}" lang="${tag}"`);
      expect(html).toContain(packOf(tag).name);
    }
    expect(lang(await (await get(`/a/${at.key}/languages?l=ar`)).text())).toEqual(['ar', 'rtl']);
    expect(await (await get(`/a/${at.key}?l=ar`)).text()).toContain(`/a/${at.key}/languages?l=ar`);
  });

  test('stays with the person after a form, and the thanks are those of the score’s group', async () => {
    const form = { score: '7', language: 'de', comment: '' };
    const english = await post(`/a/${at.key}`, form, { 'accept-language': 'en' });
    expect([english.status, english.headers.get('location')]).toEqual([303, `/a/${at.key}/thanks?l=de&s=7`]);
    const german = await post(`/a/${at.key}`, form, { 'accept-language': 'de' });
    expect(german.headers.get('location')).toBe(`/a/${at.key}/thanks?s=7`);
    const thanks = await (await get(`/a/${at.key}/thanks?l=en&s=7`)).text();
    expect(thanks).toContain('Glad to hear!');
    expect(thanks).toContain('href="https://lumen.example/review"');
    expect(thanks).toContain(`<a href="/a/${at.key}">`);
    const low = await (await get(`/a/${at.key}/thanks?s=1`)).text();
    expect(low).toContain('We will look into it.');
    expect(low).not.toContain('lumen.example/review');
    expect((await storedAt(at))[0]).toMatchObject({ score: 7, language: 'de' });
  });

  test('a form that came back keeps its language too', async () => {
    const reply = await post(`/a/${at.key}`, { language: 'ar', comment: 'x' });
    expect(reply.status).toBe(422);
    const html = await reply.text();
    expect(lang(html)).toEqual(['ar', 'rtl']);
    expect(html).toContain(packOf('ar').texts.chooseFirst);
  });

  test('of what went wrong is the person’s, offered or not', async () => {
    const missing = await get('/a/nosuchplacement0', { 'accept-language': 'fr' });
    expect(missing.status).toBe(404);
    const html = await missing.text();
    expect(lang(html)).toEqual(['fr', 'ltr']);
    expect(html).toContain(packOf('fr').texts.notFound);
    expect(await (await post(`/a/${at.key}/thanks`, {}, { 'accept-language': 'de' })).text()).toContain(
      packOf('de').texts.problem,
    );
    expect(await (await get(`/u/${'x'.repeat(24)}`, { 'accept-language': 'ar' })).text()).toContain(
      packOf('ar').texts.notFound,
    );
  });
});

describe('an invited person', () => {
  test('is asked by name, in the language of their list unless the browser says another', async () => {
    const at = await place('email');
    await addContacts(at.scope, {
      contacts: [{ email: 'ana@example.com', name: 'Ana', attributes: { language: 'de-CH' } }],
    });
    await launchCampaign(at.scope, {
      placementId: at.placementId,
      name: 'C',
      subject: 'S',
      greeting: '',
      recipients: 'all',
    });
    const [invitation] = await rows<{ id: string }>(
      database().orm,
      sql`SELECT id FROM invitations WHERE workspace_id = ${at.workspaceId}`,
    );
    const token = invitationToken(secret(), invitation?.id ?? '');
    expect(lang(await (await get(`/r/${token}`)).text())).toEqual(['de', 'ltr']);
    const english = await (await get(`/r/${token}`, { 'accept-language': 'en-GB' })).text();
    expect(lang(english)).toEqual(['en', 'ltr']);
    expect(english).toContain('What went wrong, Ana?');
    expect(await (await get(`/r/${token}/languages`)).text()).toContain(`/r/${token}?l=ar`);
    expect((await get(`/r/${token}/kiosk`)).status).toBe(404);
    const unsubscribe = await (await get(`/u/${token}`)).text();
    expect(unsubscribe).toContain(packOf('de').unsubscribe.button);
    expect(await (await get(`/u/${token}`, { 'accept-language': 'ar' })).text()).toContain(
      packOf('ar').unsubscribe.button,
    );
    const person = { id: 'somebody else' };
    const sent = await put(at.key, snapshot(5, { person }), { 'x-invitation-token': token }, invitation?.id);
    expect(sent.status).toBe(201);
    expect((await storedAt(at))[0]).toMatchObject({ identity: null, respondent_key: null });
  });
});

describe('a form without a script', () => {
  test('answers the questions that follow its score, and nothing that was not asked', async () => {
    const at = await place();
    const sent = await post(`/a/${at.key}`, {
      ...{ score: '2', comment: 'Cold.', reasons: ['waited', 'own-a1'], expectation: '-1', language: 'en' },
      ...{ information: '2', handoff: '9', trap: '' },
    });
    expect(sent.status).toBe(303);
    expect((await storedAt(at))[0]).toMatchObject({
      ...{ score: 2, comment: 'Cold.', suspect: null },
      follow_ups: { reasons: ['own-a1', 'waited'], expectation: -1 },
    });
    await post(`/a/${at.key}`, { score: '7', reasons: ['waited'], expectation: '2', language: 'en' });
    expect((await storedAt(at))[0]).toMatchObject({ score: 7, follow_ups: null });
    const wrong = await post(`/a/${at.key}`, { score: '2', reasons: ['clear'], comment: 'Kept.' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Kept.');
  });

  test('whose trap is filled is thanked all the same, and held back', async () => {
    const at = await place();
    expect(
      (await post(`/a/${at.key}`, { score: '7', trap: 'https://spam.test', language: 'en' })).status,
    ).toBe(303);
    expect((await storedAt(at))[0]).toMatchObject({ suspect: 'trap', score: null });
    expect((await listSuspects(at.scope)).suspects).toMatchObject([{ reason: 'trap', score: 7 }]);
  });
});

describe('pages for shared screens and frames', () => {
  test('a kiosk asks, thanks and goes on to the next person, in no way back to the answer before', async () => {
    const at = await place();
    const page = await (await get(`/a/${at.key}/kiosk`)).text();
    expect(page).toContain(`action="/a/${at.key}/kiosk"`);
    expect(page).toContain(`/a/${at.key}/kiosk/languages`);
    const sent = await post(
      `/a/${at.key}/kiosk?l=de`,
      { score: '7', language: 'de' },
      { 'accept-language': 'en' },
    );
    expect(sent.headers.get('location')).toBe(`/a/${at.key}/kiosk/thanks?l=de&s=7`);
    const thanks = await (await get(`/a/${at.key}/kiosk/thanks?l=de&s=7`)).text();
    expect(thanks).toContain(`url=/a/${at.key}/kiosk"`);
    expect(thanks).not.toContain(packOf('de').texts.change);
    expect(thanks).not.toContain('lumen.example/review');
    expect(await (await get(`/a/${at.key}/kiosk/languages`)).text()).toContain(`/a/${at.key}/kiosk?l=ar`);
    const ids = await Promise.all(
      [1, 2].map(
        async () =>
          /name="response" value="([^"]+)"/.exec(await (await get(`/a/${at.key}/kiosk`)).text())?.[1],
      ),
    );
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('only the frame may stand in other sites, and only in those that are allowed', async () => {
    const at = await place('widget');
    const policy = async (path: string) =>
      (await get(path)).headers.get('content-security-policy')?.match(/frame-ancestors (.*)$/)?.[1];
    expect(await policy(`/a/${at.key}/frame`)).toBe('*');
    for (const path of ['', '/thanks', '/languages', '/kiosk'])
      expect(await policy(`/a/${at.key}${path}`)).toBe("'none'");
    await settleSite(at.scope, { ...DEFAULT_SITE_SETTINGS, origins: ['https://*.lumen.example'] });
    forget();
    for (const path of ['', '/thanks', '/languages'])
      expect(await policy(`/a/${at.key}/frame${path}`)).toBe("'self' https://*.lumen.example");
  });

  test('every page carries the style and script that its policy admits', async () => {
    const at = await place();
    for (const [path, look] of [
      ['', 'page'],
      ['/kiosk', 'kiosk'],
      ['/frame', 'frame'],
    ] as const) {
      const reply = await get(`/a/${at.key}${path}`);
      const policy = reply.headers.get('content-security-policy');
      const files = widgetFiles()[look];
      const html = await reply.text();
      expect(policy).toContain(files.jsHash);
      expect(policy).toContain(files.cssHash);
      expect(html).toContain(files.css);
      expect(html).toContain(files.js);
    }
    expect((await get(`/a/${at.key}/elsewhere`)).status).toBe(404);
    expect((await get(`/a/${at.key}/kiosk/elsewhere`)).status).toBe(404);
  });
});

describe('a survey that takes no answers now', () => {
  const DAY = 86_400_000;
  const times = { opensAt: null, closesAt: null, quota: null };
  test.each([
    ['paused', (at: Place) => pauseSurvey(at.scope, { id: at.surveyId, paused: true })],
    ['closed', (at: Place) => closeSurvey(at.scope, { id: at.surveyId, closed: true })],
    [
      'early',
      (at: Place) =>
        scheduleSurvey(at.scope, { id: at.surveyId, ...times, opensAt: new Date(Date.now() + DAY) }),
    ],
    [
      'over',
      (at: Place) =>
        scheduleSurvey(at.scope, { id: at.surveyId, ...times, closesAt: new Date(Date.now() - DAY) }),
    ],
  ])('%s: tells so everywhere, and says of what is stored what it is', async (_, end) => {
    const at = await place();
    const id = randomUUID();
    expect((await put(at.key, snapshot(3), {}, id)).status).toBe(201);
    await end(at);
    forget();
    expect(await (await get(`/api/v1/placements/${at.key}`)).json()).toMatchObject({ state: 'closed' });
    expect((await put(at.key, snapshot(3), {}, id)).status).toBe(200);
    for (const reply of [
      await put(at.key, { ...snapshot(4), seq: 2 }, {}, id),
      await put(at.key, snapshot(4)),
    ]) {
      expect(reply.status).toBe(410);
      expect(await codeOf(reply)).toBe('closed');
    }
    expect((await get(`/a/${at.key}`)).status).toBe(410);
    const form = await post(`/a/${at.key}`, { score: '3', language: 'de' });
    expect(form.status).toBe(410);
    expect(await (await get(`/a/${at.key}/thanks`)).text()).not.toContain(packOf('en').texts.change);
    expect(await storedAt(at)).toHaveLength(1);
  });

  test('goes on where it was', async () => {
    const at = await place();
    await pauseSurvey(at.scope, { id: at.surveyId, paused: true });
    await pauseSurvey(at.scope, { id: at.surveyId, paused: false });
    forget();
    expect((await put(at.key, snapshot(3))).status).toBe(201);
  });

  test('full: whoever has begun may finish, nobody begins, and a held answer fills no place', async () => {
    const at = await place();
    await scheduleSurvey(at.scope, { id: at.surveyId, ...times, quota: 2 });
    forget();
    const id = randomUUID();
    await put(at.key, snapshot(1, { signals: { trap: 'x' } }));
    await put(at.key, snapshot(2));
    forget();
    expect((await put(at.key, { ...snapshot(3), state: 'partial' }, {}, id)).status).toBe(201);
    forget();
    expect((await put(at.key, snapshot(4))).status).toBe(410);
    expect((await put(at.key, { ...snapshot(5), seq: 2 }, {}, id)).status).toBe(200);
    const begun = await post(`/a/${at.key}`, { score: '6', response: id, language: 'en' });
    expect(begun.status).toBe(303);
    expect((await post(`/a/${at.key}`, { score: '6', language: 'en' })).status).toBe(410);
    expect((await get(`/a/${at.key}`)).status).toBe(410);
  });

  test('is not asked by mail', async () => {
    const at = await place('email');
    await addContacts(at.scope, { contacts: [{ email: 'ana@example.com', name: 'Ana' }] });
    await pauseSurvey(at.scope, { id: at.surveyId, paused: true });
    const campaign = {
      placementId: at.placementId,
      name: 'C',
      subject: 'S',
      greeting: '',
      recipients: 'all' as const,
    };
    await expect(launchCampaign(at.scope, campaign)).rejects.toMatchObject({
      code: 'closed',
      message: expect.stringContaining('paused'),
    });
  });
});

describe('the pages that may send answers', () => {
  const settled = async (origins: string[]) => {
    const at = await place('widget');
    await settleSite(at.scope, { ...DEFAULT_SITE_SETTINGS, origins });
    forget();
    return at;
  };
  const preflight = (key: string, origin: string) =>
    fetch(`${base}/api/v1/placements/${key}/responses/${randomUUID()}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT' },
    });

  test('are all until a list is set', async () => {
    const at = await settled([]);
    for (const reply of [
      await put(at.key, snapshot(3), { origin: 'https://any.test' }),
      await preflight(at.key, 'https://any.test'),
      await get(`/api/v1/placements/${at.key}`, { origin: 'https://any.test' }),
    ]) {
      expect(reply.ok).toBe(true);
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test('are those of the list, our own, and requests that come from no page', async () => {
    const at = await settled(['https://*.lumen.example']);
    for (const origin of ['https://shop.lumen.example', 'http://localhost:3000']) {
      for (const reply of [
        await put(at.key, snapshot(3), { origin }),
        await preflight(at.key, origin),
        await get(`/api/v1/placements/${at.key}`, { origin }),
      ]) {
        expect(reply.ok).toBe(true);
        expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
        expect(reply.headers.get('vary')).toContain('Origin');
        expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
      }
    }
    expect((await put(at.key, snapshot(3))).status).toBe(201);
    expect((await get(`/api/v1/placements/${at.key}`)).status).toBe(200);
  });

  test.each(['https://evil.test', 'https://lumen.example', 'http://shop.lumen.example', 'null'])(
    'are not %s: refused before anything is read or written',
    async (origin) => {
      const at = await settled(['https://*.lumen.example']);
      for (const reply of [
        await put(at.key, snapshot(3), { origin }),
        await preflight(at.key, origin),
        await get(`/api/v1/placements/${at.key}`, { origin }),
      ]) {
        expect(reply.status).toBe(403);
        expect(await codeOf(reply)).toBe('origin_not_allowed');
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
        expect(reply.headers.get('vary')).toContain('Origin');
      }
      expect(await storedAt(at)).toEqual([]);
    },
  );

  test('are told of an unknown key as before', async () => {
    expect((await preflight('nosuchplacement0', 'https://any.test')).status).toBe(204);
    const unknown = await put('nosuchplacement0', snapshot(3), { origin: 'https://any.test' });
    expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
  });
});

describe('who answered', () => {
  const hashOf = (key: string, id: string) => createHmac('sha256', key).update(id).digest('hex');
  const stored = async (at: Place, person: unknown) => {
    const sent = await put(
      at.key,
      snapshot(3, { person, context: { language: 'de-AT', page: '/pay?card=4111' } }),
      {
        'user-agent':
          'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36',
      },
    );
    expect(sent.status).toBe(201);
    return (await storedAt(at))[0];
  };

  test('is unverified without a signature and verified with one, and nobody is refused', async () => {
    const at = await place('widget');
    const { key } = await loadIdentityKey(at.scope);
    expect(await stored(at, { id: 'u1', traits: { plan: 'pro' } })).toMatchObject({
      ...{
        identity: 'unverified',
        respondent_key: 'unverified:u1',
        attributes: { 'unverified:plan': 'pro' },
      },
      ...{ language: 'de', page: '/pay', device: 'phone' },
    });
    expect(await stored(at, { id: 'u1', hash: hashOf(key, 'u1') })).toMatchObject({
      identity: 'verified',
      respondent_key: 'u1',
    });
    await replaceIdentityKey(at.scope, {});
    forget();
    expect(await stored(at, { id: 'u1', hash: hashOf(key, 'u1') })).toMatchObject({ identity: 'verified' });
    await replaceIdentityKey(at.scope, {});
    forget();
    expect(await stored(at, { id: 'u1', hash: hashOf(key, 'u1') })).toMatchObject({ identity: 'unverified' });
    const newest = await loadIdentityKey(at.scope);
    expect(newest.version).toBe(3);
    expect(await stored(at, { id: 'u1', hash: hashOf(newest.key, 'u1') })).toMatchObject({
      identity: 'verified',
    });
    expect(await stored(at, { token: 'x'.repeat(40) })).toMatchObject({
      identity: null,
      respondent_key: null,
    });
  });

  test('is not kept without a signature where the workspace asks for one', async () => {
    const at = await place('widget');
    await settleSite(at.scope, { ...DEFAULT_SITE_SETTINGS, identityRequired: true });
    forget();
    const { key } = await loadIdentityKey(at.scope);
    const nobody = { identity: null, respondent_key: null, attributes: null };
    expect(await stored(at, { id: 'u1', traits: { plan: 'pro' } })).toMatchObject(nobody);
    expect(await stored(at, { id: 'u1', hash: hashOf(key, 'u2') })).toMatchObject(nobody);
    expect(await stored(at, { id: 'u1', hash: hashOf(key, 'u1') })).toMatchObject({ respondent_key: 'u1' });
  });

  test('a workspace’s settings and key are its own, and only owners change or see them', async () => {
    const [at, other] = [await place('widget'), await place('widget')];
    const site: SiteSettings = { ...DEFAULT_SITE_SETTINGS, restDays: 3, origins: ['https://a.test'] };
    await settleSite(at.scope, site);
    expect((await loadSiteSettings(at.scope)).site).toEqual(site);
    expect((await loadSiteSettings(other.scope)).site).toEqual(DEFAULT_SITE_SETTINGS);
    expect((await loadIdentityKey(at.scope)).key).not.toBe((await loadIdentityKey(other.scope)).key);
    const editor = await at.as('editor');
    const forbidden = { code: 'forbidden' };
    await expect(settleSite(editor, site)).rejects.toMatchObject(forbidden);
    await expect(replaceIdentityKey(editor, {})).rejects.toMatchObject(forbidden);
    await expect(loadIdentityKey(editor)).rejects.toMatchObject(forbidden);
    expect((await loadSiteSettings(editor)).site).toEqual(site);
    await expect(settleSite(at.scope, { ...site, origins: ['lumen.example'] })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'origins.0' }],
    });
  });
});

test('a survey in one language asks in it, whatever is wanted, and offers no list', async () => {
  const at = await place('link', newContent('de', { topic: 'einen Termin zu vereinbaren' }));
  const html = await (await get(`/a/${at.key}?l=en`, { 'accept-language': 'fr' })).text();
  expect(lang(html)).toEqual(['de', 'ltr']);
  expect(html).not.toContain('/languages');
});
