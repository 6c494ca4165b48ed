import { z } from 'zod';

/**
 * When the widget asks. load: after the delay. event: the site calls `milepost('track', name)`. dwell: seconds that the
 * page was visible. scroll: percent of the page. exit: the pointer leaves towards the address bar, or, on touch, a
 * quick scroll back up or the back gesture. click and seen: an element that matches the selector.
 */
export const triggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('load') }),
  z.strictObject({
    kind: z.literal('event'),
    name: z
      .string()
      .trim()
      .regex(/^[\w.:-]{1,80}$/, 'Name the event with letters, digits and . : _ -, like order.delivered.'),
  }),
  z.strictObject({ kind: z.literal('dwell'), seconds: z.number().int().min(1).max(3600) }),
  z.strictObject({ kind: z.literal('scroll'), percent: z.number().int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('exit') }),
  z.strictObject({ kind: z.literal('click'), selector: z.string().trim().min(1).max(200) }),
  z.strictObject({ kind: z.literal('seen'), selector: z.string().trim().min(1).max(200) }),
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type TriggerKind = Trigger['kind'];

export const WIDGET_MODES = ['popover', 'inline', 'modal', 'tab'] as const;
export type WidgetMode = (typeof WIDGET_MODES)[number];

const urls = z.array(z.string().trim().min(1).max(200)).max(20);
const days = z.number().int().min(0).max(3650);

/** How the widget shows one survey and when; the loader decides with nothing but this, the page and its memory. */
export const widgetRulesSchema = z.strictObject({
  mode: z.enum(WIDGET_MODES),
  /** The question lies in a frame of our own origin: the site that shows it cannot read the answer. */
  framed: z.boolean(),
  /** Substrings or `*` patterns of the page's path and query; empty means every page. */
  urls,
  /** Pages on which it never shows; they win over `urls`. */
  notUrls: urls,
  trigger: triggerSchema,
  delaySeconds: z.number().int().min(0).max(3600),
  /** Days before a person who answered is asked this survey again. */
  windowDays: days,
  /** Days before a person who closed it, or left it unanswered, is asked again. */
  dismissedDays: days,
  /** Share of people who may be asked, drawn once per person. */
  sampleRatio: z.number().gt(0, 'Ask at least some.').max(1),
});
export type WidgetRules = z.infer<typeof widgetRulesSchema>;

export const DEFAULT_WIDGET_RULES: WidgetRules = {
  mode: 'popover',
  framed: false,
  urls: [],
  notUrls: [],
  trigger: { kind: 'load' },
  delaySeconds: 3,
  windowDays: 90,
  dismissedDays: 30,
  sampleRatio: 1,
};

/** An origin whose pages may show the widget; `https://*.example.com` means every subdomain, not example.com itself. */
export const originPatternSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^https?:\/\/(\*\.)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/,
    'Give an origin like https://www.example.com or https://*.example.com.',
  );

/** How all widget surveys of a workspace behave in its sites. */
export const siteSettingsSchema = z.strictObject({
  /** Days between any two surveys that come by themselves to one person, whatever they ask about. */
  restDays: days,
  /** Days between two surveys about the same touchpoint. */
  touchpointRestDays: days,
  /** Ask nobody by itself and keep nothing where the browser says “do not track” or sends Global Privacy Control. */
  respectDnt: z.boolean(),
  /** Wait for the site's `milepost('consent', 'granted')` before anything is shown by itself or kept. */
  askConsent: z.boolean(),
  /** Origins that may send answers; empty: all. */
  origins: z.array(originPatternSchema).max(50),
  /** Take who a person is only from the site's own server, signed; what is unsigned is not kept. */
  identityRequired: z.boolean(),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

export const DEFAULT_SITE_SETTINGS: SiteSettings = {
  restDays: 7,
  touchpointRestDays: 30,
  respectDnt: true,
  askConsent: false,
  origins: [],
  identityRequired: false,
};
