import { pageOf } from '@/components/survey/widget-rules';
import type { SiteSettings, WidgetRules } from '@/lib/survey/model/widget-rules';
import { siteConfig } from '@/widget/config';
import { type Consent, mayKeep, type Situation } from '@/widget/gates';
import type { MemoryRecord } from '@/widget/memory';

/** What is typed about the person, by the names of the form's fields; a fresh form has none of them. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** What the fields hold: text as it was typed, boxes as they were ticked. */
export type PersonFields = {
  page: string;
  language: string;
  /** Days ago; empty: never. */
  shown: string;
  closed: string;
  answered: string;
  same: string;
  other: string;
  draw: 'open' | 'in' | 'out';
  consent: 'none' | Consent;
  dnt: boolean;
  busy: boolean;
  /** Where the trigger has a value to reach: seconds in view or percent of the page. */
  reached: string;
  /** The events that the site has reported, separated by commas or spaces. */
  events: string;
  /** Whether the person was about to leave, or clicked or saw what the trigger names. */
  happened: boolean;
  waited: string;
};

const DAY_MS = 864e5;

/** The fields of a form that was sent; a fresh one tells of somebody who would be asked at once. */
export function fieldsOf(typed: Typed, rules: WidgetRules): PersonFields {
  const { trigger } = rules;
  const fresh = typed.told === undefined;
  const needed = trigger.kind === 'dwell' ? trigger.seconds : trigger.kind === 'scroll' ? trigger.percent : 0;
  const ticked = (name: string, otherwise: boolean) => (fresh ? otherwise : typed[name] !== undefined);
  return {
    page: typed.page ?? '',
    language: typed.language ?? '',
    shown: typed.shown ?? '',
    closed: typed.closed ?? '',
    answered: typed.answered ?? '',
    same: typed.same ?? '',
    other: typed.other ?? '',
    draw: oneOf(['open', 'in', 'out'], typed.draw),
    consent: oneOf(['none', 'granted', 'pending', 'denied'], typed.consent),
    dnt: ticked('dnt', false),
    busy: ticked('busy', false),
    reached: typed.reached ?? String(needed),
    events: typed.events ?? (trigger.kind === 'event' ? trigger.name : ''),
    happened: ticked('happened', true),
    waited: typed.waited ?? String(rules.delaySeconds),
  };
}

/** The situation that the fields tell of, as the widget would see it. `open`: whether the survey takes answers now. */
export function situationOf(
  fields: PersonFields,
  placement: { key: string; rules: WidgetRules; open: boolean },
  site: SiteSettings,
  now: Date,
): Situation {
  const { key, rules, open } = placement;
  const config = siteConfig('', site, [{ key, touchpoint: 'this one', rules }]);
  const asked = config.s[key];
  const at = now.getTime();
  const ago = (text: string) => {
    const days = numberOf(text);
    return days === null ? undefined : at - days * DAY_MS;
  };
  const record = (instants: Record<string, number | string | undefined>) =>
    Object.fromEntries(Object.entries(instants).filter(([, value]) => value !== undefined)) as MemoryRecord;
  const value = 'selector' in rules.trigger ? rules.trigger.selector : '';
  const happened = fields.happened ? [value] : [];
  const memory = {
    [key]: record({
      shown: ago(fields.shown),
      closed: ago(fields.closed),
      answered: ago(fields.answered),
      draw: { open: undefined, in: 0, out: 1 }[fields.draw],
    }),
    // A key is never this short.
    a: record({ shown: ago(fields.same), touchpoint: asked?.g }),
    b: record({ shown: ago(fields.other) }),
  };
  const consent = fields.consent === 'none' ? null : fields.consent;
  return {
    site: config,
    placement: open && asked ? { ...asked, k: key } : 'closed',
    page: pageOf(fields.page || '/'),
    // Where nothing may be kept, nothing is read either.
    memory: mayKeep(config, consent, fields.dnt) ? memory : {},
    now: at,
    consent,
    doNotTrack: fields.dnt,
    reached: {
      events: fields.events.split(/[\s,]+/).filter(Boolean),
      seconds: numberOf(fields.reached) ?? 0,
      percent: numberOf(fields.reached) ?? 0,
      left: fields.happened,
      clicked: happened,
      seen: happened,
    },
    waitedSeconds: numberOf(fields.waited) ?? 0,
    busy: fields.busy,
  };
}

/** The number that is typed, with a comma or a point; null where there is none. */
const numberOf = (text: string): number | null =>
  /^\d{1,6}([.,]\d{1,3})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

const oneOf = <T extends string>(all: readonly [T, ...T[]], text: string | undefined): T =>
  all.find((one) => one === text) ?? all[0];
