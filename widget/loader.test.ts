import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  DEFAULT_SITE_SETTINGS,
  DEFAULT_WIDGET_RULES,
  type SiteSettings,
  type Trigger,
  WIDGET_MODES,
  type WidgetRules,
} from '@/lib/survey/model/widget-rules';
import { buildLoader } from '../scripts/build-loader.mjs';
import { loaderName, loaderScript, siteConfig } from './config';
import { type Consent, gates, mayKeep, type Reached } from './gates';

const { loaders } = await buildLoader();

const NOW = Date.UTC(2026, 2, 1);
const DAY_MS = 864e5;
const KEY = 'Lm7Q2xKp9abcdefg';

type Visit = {
  placements?: { key: string; touchpoint: string; rules: WidgetRules }[];
  site?: SiteSettings;
  stored?: unknown;
  address?: string;
  calls?: unknown[][];
  slots?: (string | undefined)[];
  doNotTrack?: boolean;
  hidden?: boolean;
  percent?: number;
  seen?: string[];
  name?: string;
  /** The page is still loading; `load` is when it is not any more. */
  loading?: boolean;
};

/** Opens a page with the built loader in it. `asked` are the addresses that it has loaded, `look` lets it look again. */
function visit(told: Visit) {
  const config = siteConfig('https://ask.example', told.site ?? DEFAULT_SITE_SETTINGS, told.placements ?? []);
  const asked: string[] = [];
  const heard: Record<string, (event: object) => void> = {};
  const storage: { milepost?: string } =
    told.stored === undefined ? {} : { milepost: JSON.stringify(told.stored) };
  let look = () => {};
  let touched = 0;
  let loaded = !told.loading;
  const height = 1000;
  const queue = told.calls ?? [];
  const page = {
    window: { milepost: Object.assign(() => {}, { q: queue }) } as {
      milepost: (...call: unknown[]) => unknown;
    },
    document: {
      isConnected: true,
      hidden: told.hidden ?? false,
      documentElement: { lang: 'de', scrollHeight: height },
      querySelectorAll: () =>
        (told.slots ?? []).map((key) => ({ dataset: { milepostSurvey: key }, getAttribute: () => null })),
      querySelector: (selector: string) =>
        selector.includes('(')
          ? fail()
          : told.seen?.includes(selector)
            ? { getClientRects: () => [{ top: -1 }] }
            : { getClientRects: () => [] },
      get readyState() {
        return loaded ? 'complete' : 'interactive';
      },
    },
    addEventListener: (name: string, hear: (event: object) => void) => {
      const before = heard[name];
      heard[name] = (event) => {
        before?.(event);
        hear(event);
      };
    },
    location: new URL(told.address ?? '/', 'https://shop.example'),
    navigator: { doNotTrack: told.doNotTrack ? '1' : null, maxTouchPoints: 0 },
    get localStorage() {
      touched++;
      return storage;
    },
    scrollY: 0,
    innerHeight: (height * (told.percent ?? 0)) / 100,
    setInterval: (tick: () => void) => {
      look = tick;
    },
    ask: (address: string) => {
      asked.push(address.replace('https://ask.example/v1/', ''));
      return new Promise(() => {});
    },
  };
  const script = loaderScript(loaders[told.name ?? loaderName(config)] ?? '', config).replace(
    /\bimport\(/g,
    'ask(',
  );
  new Function('page', `with (page) {${script}}`)(page);
  // A loader that failed would ask for nothing too.
  expect(page.window.milepost).not.toHaveProperty('q');
  return {
    asked,
    storage,
    heard,
    page,
    milepost: page.window.milepost,
    look: () => look(),
    async load() {
      loaded = true;
      heard.load?.({});
      await Promise.resolve();
    },
    touched: () => touched,
  };
}

function fail(): never {
  throw new DOMException('not a selector', 'SyntaxError');
}

const rulesWith = (part: Partial<WidgetRules>): WidgetRules => ({
  ...DEFAULT_WIDGET_RULES,
  delaySeconds: 0,
  ...part,
});
const one = (part: Partial<WidgetRules> = {}, key = KEY, touchpoint = key) => ({
  key,
  touchpoint,
  rules: rulesWith(part),
});
const QUESTION = `q/${KEY}.js?l=de&m=`;

beforeEach(() => vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('a survey that comes by itself', () => {
  test('is asked for when its delay is over, in the language of the page, and once', () => {
    const { asked, look } = visit({ placements: [one({ delaySeconds: 2 })] });
    for (let second = 0; second < 2; second += 0.5) {
      expect(asked).toEqual([]);
      look();
    }
    expect(asked).toEqual([QUESTION]);
    look();
    expect(asked).toEqual([QUESTION]);
  });

  test('waits anew after another page', () => {
    const { asked, look, page } = visit({
      placements: [one({ delaySeconds: 1, urls: ['/a'] })],
      address: '/a',
    });
    look();
    page.location.pathname = '/b';
    look();
    page.location.pathname = '/a';
    look();
    look();
    expect(asked).toEqual([]);
    look();
    expect(asked).toEqual([QUESTION]);
  });

  test('comes alone', () => {
    const { asked, look } = visit({ placements: [one(), one({}, 'another0survey00')] });
    look();
    expect(asked).toEqual([QUESTION]);
  });

  test('does not come to a page that nobody sees', () => {
    expect(visit({ placements: [one()], hidden: true }).asked).toEqual([]);
  });

  test.each<[Trigger, (page: ReturnType<typeof visit>) => void]>([
    [{ kind: 'event', name: 'order.delivered' }, ({ milepost }) => milepost('track', 'order.delivered', {})],
    [{ kind: 'exit' }, ({ heard }) => heard.mouseout?.({ clientY: -1 })],
    [
      { kind: 'click', selector: '#help' },
      ({ heard }) => heard.click?.({ target: { closest: (selector: string) => selector === '#help' } }),
    ],
  ])('waits for its trigger %j, and forgets all but events on another page', (trigger, happen) => {
    const there = visit({ placements: [one({ trigger })] });
    there.look();
    expect(there.asked).toEqual([]);
    happen(there);
    there.page.location.pathname = '/elsewhere';
    there.look();
    expect(there.asked.length).toBe(trigger.kind === 'event' ? 1 : 0);
    there.page.location.pathname = '/';
    there.look();
    expect(there.asked).toEqual([QUESTION]);
  });

  test('does not hold up the others with a selector that is none', () => {
    const { asked } = visit({
      placements: [one({ trigger: { kind: 'seen', selector: '((' } }), one({}, 'b')],
    });
    expect(asked).toEqual(['q/b.js?l=de&m=']);
  });

  test('draws for its share once, and keeps the draw', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const placements = [one({ sampleRatio: 0.5 })];
    const { asked, storage } = visit({ placements });
    expect(asked).toEqual([]);
    vi.spyOn(Math, 'random').mockReturnValue(0.1);
    expect(visit({ placements, stored: JSON.parse(storage.milepost ?? '') }).asked).toEqual([]);
    expect(visit({ placements }).asked).toEqual([QUESTION]);
    vi.restoreAllMocks();
  });
});

describe('a place in the page', () => {
  test('gets its survey by its key, whatever the rules of that say', () => {
    const placements = [one({ urls: ['/elsewhere'], trigger: { kind: 'exit' }, sampleRatio: 0.01 })];
    expect(visit({ slots: [KEY], placements, doNotTrack: true }).asked).toEqual([`${QUESTION}inline`]);
    expect(visit({ slots: [KEY] }).asked).toEqual([`${QUESTION}inline`]);
  });

  test('without a key is passed over without a request, and does not hold up the others', () => {
    expect(visit({ slots: [''] }).asked).toEqual([]);
    expect(visit({ slots: ['', KEY] }).asked).toEqual([`${QUESTION}inline`]);
  });

  test('stays empty as long as the person rests from this survey', () => {
    const stored = { [KEY]: { shown: NOW - 10, answered: NOW - 5 } };
    expect(visit({ slots: [KEY], stored }).asked).toEqual([]);
  });
});

describe('calls from before it was there', () => {
  test('are heard before anything is shown', () => {
    expect(visit({ placements: [one()], calls: [['consent', 'pending']] }).asked).toEqual([]);
    expect(visit({ placements: [one()], calls: [['locale', 'fr']] }).asked).toEqual([`q/${KEY}.js?l=fr&m=`]);
    expect(visit({ placements: [one({ urls: ['/b'] })], calls: [['page', '/b']] }).asked).toEqual([QUESTION]);
  });

  test('that need more wait for it, and everything else waits with them', () => {
    const { asked, look } = visit({ placements: [one()], calls: [['init', { consent: 'pending' }]] });
    look();
    expect(asked).toEqual(['p/api.js']);
  });

  test('cost nothing more where they only note', () => {
    const calls = [
      ['identify', 'u_42', Object.create(null)],
      ['track', 'a'],
      ['consent', 'granted'],
      ['page'],
    ];
    expect(visit({ calls }).asked).toEqual([]);
  });
});

test('nothing is imported before the page has loaded, because some browsers would hold back its load event', async () => {
  const there = visit({ placements: [one()], calls: [['version']], slots: ['a'], loading: true });
  there.look();
  expect(there.asked).toEqual([]);
  await there.load();
  expect(there.asked).toEqual(['p/api.js']);
  const shown = visit({ placements: [one()], slots: ['a'], loading: true });
  expect(shown.asked).toEqual([]);
  await shown.load();
  expect(shown.asked).toEqual(['q/a.js?l=de&m=inline', QUESTION]);
});

test('preview and debug load their parts before anything is shown', () => {
  expect(visit({ placements: [one()], address: '/?a=1&milepost_preview=1' }).asked).toEqual(['p/preview.js']);
  expect(visit({ placements: [one()], address: '/?milepost_debug=1' }).asked).toEqual(['p/debug.js']);
});

test('answers that wait are sent before anybody is asked again', () => {
  const stored = { v: 2, w: { 'https://ask.example/r': '{}' } };
  expect(visit({ placements: [], stored }).asked).toEqual(['p/resend.js']);
  expect(visit({ placements: [], stored, calls: [['consent', 'pending']] }).asked).toEqual([]);
});

describe('what is stored', () => {
  test.each([null, 'text', [1], 7, { [KEY]: null, a: null }, { [KEY]: { shown: 'x', answered: {} } }])(
    'is taken for nothing where it is %j',
    (stored) => expect(visit({ placements: [one()], stored }).asked).toEqual([QUESTION]),
  );

  test('is neither read nor written without consent, or where the browser says “do not track”', () => {
    const placements = [one({ sampleRatio: 0.5 }), one({ mode: 'tab' }, 'tab')];
    const site = { ...DEFAULT_SITE_SETTINGS, askConsent: true };
    for (const told of [{ site }, { doNotTrack: true }, { calls: [['consent', 'pending']] }]) {
      const { asked, touched } = visit({ placements, slots: ['inline'], ...told });
      expect(asked).toEqual(['q/inline.js?l=de&m=inline', 'q/tab.js?l=de&m=']);
      expect(touched()).toBe(0);
    }
    expect(visit({ placements }).touched()).toBeGreaterThan(0);
  });
});

describe('the loader and the gates', () => {
  const selectors = fc.constantFrom('#a', '.b');
  const trigger = fc.oneof<fc.Arbitrary<Trigger>[]>(
    fc.constant({ kind: 'load' }),
    fc.record({ kind: fc.constant('event' as const), name: fc.constantFrom('a', 'b.c') }),
    fc.record({ kind: fc.constant('scroll' as const), percent: fc.constantFrom(1, 50, 100) }),
    fc.constant({ kind: 'exit' }),
    fc.record({ kind: fc.constant('click' as const), selector: selectors }),
    fc.record({ kind: fc.constant('seen' as const), selector: selectors }),
  );
  const pages = fc.subarray(['/a', '/a/*', '*/b', '/c?x']);
  const days = fc.constantFrom(0, 1, 7, 30, 90);
  const rules: fc.Arbitrary<WidgetRules> = fc.record({
    mode: fc.constantFrom(...WIDGET_MODES),
    framed: fc.boolean(),
    urls: pages,
    notUrls: pages,
    trigger,
    delaySeconds: fc.constant(0),
    windowDays: days,
    dismissedDays: days,
    sampleRatio: fc.constantFrom(0.2, 0.5, 1),
  });
  const at = fc.integer({ min: -100, max: 100 }).map((ago) => NOW - ago * DAY_MS + 1);
  const record = (touchpoint: fc.Arbitrary<string>) =>
    fc.record(
      { shown: at, closed: at, answered: at, draw: fc.constantFrom(0.1, 0.3, 0.9), touchpoint },
      { requiredKeys: [] },
    );
  const reached: fc.Arbitrary<Reached> = fc.record({
    events: fc.subarray(['a', 'b.c']),
    seconds: fc.constant(0),
    percent: fc.constantFrom(0, 50, 100),
    left: fc.boolean(),
    clicked: fc.subarray(['#a', '.b']),
    seen: fc.subarray(['#a', '.b']),
  });

  test('decide the same, for any rules, memory and page', () => {
    const situation = fc.record({
      rules,
      settings: fc.record({
        restDays: days,
        touchpointRestDays: days,
        respectDnt: fc.boolean(),
        askConsent: fc.boolean(),
      }),
      own: fc.option(record(fc.constant('here')), { nil: undefined }),
      others: fc.array(record(fc.constantFrom('here', 'there')), { maxLength: 2 }),
      address: fc.constantFrom('/', '/a', '/a/b', '/c?x', '/a/?y'),
      consent: fc.constantFrom<(Consent | null)[]>(null, 'granted', 'pending'),
      doNotTrack: fc.boolean(),
      reached,
    });
    let asked = 0;
    fc.assert(
      fc.property(situation, ({ rules, settings, own, others, address, consent, doNotTrack, reached }) => {
        const site = { ...DEFAULT_SITE_SETTINGS, ...settings };
        const placements = [{ key: KEY, touchpoint: 'here', rules }];
        const config = siteConfig('https://ask.example', site, placements);
        const placement = config.s[KEY] as (typeof config.s)[string];
        const short = (touchpoint?: string) =>
          siteConfig('', site, [{ key: KEY, touchpoint: touchpoint ?? '', rules }]).s[KEY]?.g as string;
        const records = [
          ...(own ? [[KEY, own] as const] : []),
          ...others.map((one, place) => [`other${place}`, one] as const),
        ];
        const memory = Object.fromEntries(
          records.map(([key, { touchpoint, ...one }]) => [
            key,
            { ...one, ...(touchpoint && { touchpoint: short(touchpoint) }) },
          ]),
        );
        // The loader draws where nothing is known; who is known and has no draw was asked before there was one.
        vi.spyOn(Math, 'random').mockReturnValue(0);
        const there = visit({
          placements,
          site,
          stored: { v: 2, ...memory },
          address,
          doNotTrack,
          percent: reached.percent,
          seen: [...reached.seen],
          calls: [
            ...(consent ? [['consent', consent]] : []),
            ...reached.events.map((name) => ['track', name]),
          ],
        });
        if (reached.left) there.heard.mouseout?.({ clientY: -1 });
        there.heard.click?.({
          target: { closest: (selector: string) => reached.clicked.includes(selector) },
        });
        there.look();
        vi.restoreAllMocks();
        const open = gates({
          site: config,
          placement: { ...placement, k: KEY },
          page: address,
          memory: mayKeep(config, consent, doNotTrack) ? memory : {},
          now: NOW,
          consent,
          doNotTrack,
          reached,
          waitedSeconds: 0,
          busy: false,
        }).every(({ ok }) => ok);
        asked += Number(open);
        // Nothing is asked for in a page without the place of an inline survey.
        expect(there.asked.length > 0).toBe(open && rules.mode !== 'inline');
      }),
      { numRuns: 1000 },
    );
    expect(asked).toBeGreaterThan(50);
  }, 30_000);
});
