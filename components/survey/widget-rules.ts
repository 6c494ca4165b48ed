import {
  DEFAULT_WIDGET_RULES,
  type SiteSettings,
  type Trigger,
  type TriggerKind,
  type WidgetMode,
  type WidgetRules,
  widgetRulesSchema,
} from '@/lib/survey/model/widget-rules';

/** What stands in the fields of the form: text, as it was typed. Fields that a mode or trigger has no use for keep theirs. */
export type RuleFields = {
  mode: WidgetMode;
  framed: boolean;
  urls: string;
  notUrls: string;
  trigger: TriggerKind;
  event: string;
  seconds: string;
  percent: string;
  selector: string;
  delaySeconds: string;
  windowDays: string;
  dismissedDays: string;
  samplePercent: string;
};

export type RuleFaults = Partial<Record<keyof RuleFields, string>>;

/** Whether a survey of this mode comes by itself, at its trigger; inline ones and tabs wait for the customer. */
export const comesByItself = (mode: WidgetMode): boolean => mode === 'popover' || mode === 'modal';

/** Whether a survey of this mode is shown by address; an inline one is where its element stands. */
export const hasPages = (mode: WidgetMode): boolean => mode !== 'inline';

export function fieldsOf({ trigger, ...rules }: WidgetRules): RuleFields {
  return {
    mode: rules.mode,
    framed: rules.framed,
    urls: rules.urls.join('\n'),
    notUrls: rules.notUrls.join('\n'),
    trigger: trigger.kind,
    event: trigger.kind === 'event' ? trigger.name : '',
    seconds: trigger.kind === 'dwell' ? String(trigger.seconds) : '30',
    percent: trigger.kind === 'scroll' ? String(trigger.percent) : '50',
    selector: 'selector' in trigger ? trigger.selector : '',
    delaySeconds: String(rules.delaySeconds),
    windowDays: String(rules.windowDays),
    dismissedDays: String(rules.dismissedDays),
    samplePercent: percentText(rules.sampleRatio),
  };
}

/**
 * The rules that the fields mean, or what to correct. What the mode has no use for is as it is by default: an inline
 * survey waits for its element, a tab for a click.
 */
export function rulesOf(fields: RuleFields): { rules: WidgetRules } | { faults: RuleFaults } {
  const { mode } = fields;
  const itself = comesByItself(mode);
  const pages = hasPages(mode);
  const read = widgetRulesSchema.safeParse({
    mode,
    framed: fields.framed,
    urls: pages ? linesOf(fields.urls) : [],
    notUrls: pages ? linesOf(fields.notUrls) : [],
    trigger: itself ? triggerOf(fields) : DEFAULT_WIDGET_RULES.trigger,
    delaySeconds: itself ? wholeNumber(fields.delaySeconds) : DEFAULT_WIDGET_RULES.delaySeconds,
    windowDays: wholeNumber(fields.windowDays),
    dismissedDays: wholeNumber(fields.dismissedDays),
    sampleRatio: itself ? ratioOf(fields.samplePercent) : DEFAULT_WIDGET_RULES.sampleRatio,
  });
  if (read.success) return { rules: read.data };
  const faults: RuleFaults = {};
  for (const { path } of read.error.issues) {
    const field = fieldAt(path);
    faults[field] ??= REMEDIES[field];
  }
  return { faults };
}

/** The patterns of a field, one per line; blank lines are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Path and query of what was typed, a whole address or only its end. */
export function pageOf(typed: string): string {
  const text = typed.trim();
  const base = 'https://site.invalid';
  if (!URL.canParse(text, base)) return text;
  const { pathname, search } = new URL(text, base);
  return pathname + search;
}

function triggerOf(fields: RuleFields): Record<string, unknown> {
  const kind = fields.trigger;
  switch (kind) {
    case 'event':
      return { kind, name: fields.event };
    case 'dwell':
      return { kind, seconds: wholeNumber(fields.seconds) };
    case 'scroll':
      return { kind, percent: wholeNumber(fields.percent) };
    case 'click':
    case 'seen':
      return { kind, selector: fields.selector };
    default:
      return { kind };
  }
}

function fieldAt([first, second]: readonly PropertyKey[]): keyof RuleFields {
  if (first === 'sampleRatio') return 'samplePercent';
  if (first === 'trigger') return second === 'name' ? 'event' : ((second ?? 'trigger') as keyof RuleFields);
  return first as keyof RuleFields;
}

const REMEDIES: Record<keyof RuleFields, string> = {
  mode: 'Choose how it shows.',
  framed: 'Choose whether it is framed.',
  urls: 'Give at most 20 lines of at most 200 characters.',
  notUrls: 'Give at most 20 lines of at most 200 characters.',
  trigger: 'Choose what it waits for.',
  event: 'Name the event with letters, digits and . : _ -, like order.delivered.',
  seconds: 'Give whole seconds from 1 to 3600.',
  percent: 'Give a whole percentage from 1 to 100.',
  selector: 'Give a CSS selector like #thanks or .order-done.',
  delaySeconds: 'Give whole seconds from 0 to 3600.',
  windowDays: 'Give whole days from 0 to 3650.',
  dismissedDays: 'Give whole days from 0 to 3650.',
  samplePercent: 'Give a percentage above 0 and up to 100.',
};

/** The names of the modes, as authors meet them. */
export const MODE_NAMES: Record<WidgetMode, string> = {
  popover: 'Popover',
  inline: 'Inline',
  modal: 'Dialog',
  tab: 'Side tab',
};

/** The rules in whole sentences; with the site's settings, also what they add. */
export function describeRules(rules: WidgetRules, site?: SiteSettings): string {
  const { mode, urls, notUrls, framed } = rules;
  const itself = comesByItself(mode);
  return [
    SHOWN[mode],
    ...(hasPages(mode)
      ? [
          urls.length === 0 ? 'On every page.' : `On pages that match ${urls.join(' or ')}.`,
          notUrls.length > 0 && `Never on pages that match ${notUrls.join(' or ')}.`,
        ]
      : []),
    itself && TRIGGERED[rules.trigger.kind](rules.trigger as never, rules.delaySeconds),
    ...clockSentences(rules),
    itself && rules.sampleRatio < 1 && `Only ${percentText(rules.sampleRatio)} % of people are asked.`,
    framed && 'In a frame: the site around it cannot read the answer.',
    ...(site ? siteSentences(itself, site) : []),
  ]
    .filter(Boolean)
    .join(' ');
}

const SHOWN: Record<WidgetMode, string> = {
  popover: 'A popover in the corner.',
  inline: 'Inline, where its element stands in the page.',
  modal: 'A dialog in the middle of the page.',
  tab: 'A tab at the side of the page; the question opens when somebody clicks it.',
};

type Sentences = { [K in TriggerKind]: (trigger: Extract<Trigger, { kind: K }>, delay: number) => string };

const TRIGGERED: Sentences = {
  load: (_, delay) =>
    delay === 0 ? 'As soon as the page has loaded.' : `After ${seconds(delay)} on the page.`,
  event: ({ name }, delay) =>
    delay === 0
      ? `At the event ${name} of your site.`
      : `After the event ${name} of your site and ${seconds(delay)} more.`,
  dwell: (trigger, delay) =>
    delay === 0
      ? `Once the page was visible for ${seconds(trigger.seconds)}.`
      : `Once the page was visible for ${seconds(trigger.seconds)}, and ${seconds(delay)} later.`,
  scroll: ({ percent }, delay) =>
    delay === 0
      ? `Once ${percent} % of the page was scrolled through.`
      : `Once ${percent} % of the page was scrolled through, and ${seconds(delay)} later.`,
  exit: (_, delay) =>
    delay === 0
      ? 'When somebody is about to leave the page.'
      : `When somebody is about to leave after at least ${seconds(delay)}.`,
  click: ({ selector }, delay) =>
    delay === 0 ? `At a click on ${selector}.` : `After a click on ${selector} and ${seconds(delay)} more.`,
  seen: ({ selector }, delay) =>
    delay === 0
      ? `Once ${selector} comes into view.`
      : `Once ${selector} has come into view, and ${seconds(delay)} later.`,
};

function clockSentences({ windowDays, dismissedDays }: WidgetRules): string[] {
  return [
    windowDays === 0
      ? 'Whoever answered may be asked again at once.'
      : `Whoever answered is asked again after ${days(windowDays)}.`,
    dismissedDays === 0
      ? 'Whoever closed it or let it be may be asked again at once.'
      : `Whoever closed it or let it be is asked again after ${days(dismissedDays)}.`,
  ];
}

function siteSentences(itself: boolean, site: SiteSettings): (string | false)[] {
  return [
    itself &&
      site.restDays > 0 &&
      `On your site: ${days(site.restDays)} between any two surveys that come by themselves.`,
    itself &&
      site.touchpointRestDays > 0 &&
      `${days(site.touchpointRestDays)} between two about the same touchpoint.`,
    itself && site.askConsent && 'Only after your site has reported consent.',
    itself && site.respectDnt && 'Not where the browser says “do not track”.',
  ];
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const seconds = (count: number): string => counted(count, 'second', 'seconds');
const days = (count: number): string => counted(count, 'day', 'days');

/** Digits as a number; anything else stays text, which the schema refuses. */
const wholeNumber = (text: string): number | string => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text);

/** A percentage with at most two decimals as a ratio; anything else stays text. */
const ratioOf = (text: string): number | string =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) / 100 : text;

const percentText = (ratio: number): string => String(Number((ratio * 100).toFixed(2)));
