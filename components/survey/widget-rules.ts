import {
  DEFAULT_WIDGET_RULES,
  type SiteSettings,
  type Trigger,
  type TriggerKind,
  type WidgetMode,
  type WidgetRules,
  widgetRulesSchema,
} from '@/lib/survey/model/widget-rules';
import { msg, type Translate } from '@/lib/translate';

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
  mode: msg('Choose how it shows.'),
  framed: msg('Choose whether it is framed.'),
  urls: msg('Give at most 20 lines of at most 200 characters.'),
  notUrls: msg('Give at most 20 lines of at most 200 characters.'),
  trigger: msg('Choose what it waits for.'),
  event: msg('Name the event with letters, digits and . : _ -, like order.delivered.'),
  seconds: msg('Give whole seconds from 1 to 3600.'),
  percent: msg('Give a whole percentage from 1 to 100.'),
  selector: msg('Give a CSS selector like #thanks or .order-done.'),
  delaySeconds: msg('Give whole seconds from 0 to 3600.'),
  windowDays: msg('Give whole days from 0 to 3650.'),
  dismissedDays: msg('Give whole days from 0 to 3650.'),
  samplePercent: msg('Give a percentage above 0 and up to 100.'),
};

/** The names of the modes, as authors meet them. */
export const MODE_NAMES: Record<WidgetMode, string> = {
  popover: msg('Popover'),
  inline: msg('Inline'),
  modal: msg('Dialog'),
  tab: msg('Side tab'),
};

/** The rules in whole sentences; with the site's settings, also what they add. */
export function describeRules(t: Translate, rules: WidgetRules, site?: SiteSettings): string {
  const { mode, urls, notUrls, framed } = rules;
  const itself = comesByItself(mode);
  return [
    t(SHOWN[mode]),
    ...(hasPages(mode) ? pageSentences(t, urls, notUrls) : []),
    itself && triggerSentence(t, rules.trigger, rules.delaySeconds),
    ...clockSentences(t, rules),
    itself &&
      rules.sampleRatio < 1 &&
      t('Only {share, number} % of people are asked.', { share: percentOf(rules.sampleRatio) }),
    framed && t('In a frame: the site around it cannot read the answer.'),
    ...(site && itself ? siteSentences(t, site) : []),
  ]
    .filter(Boolean)
    .join(' ');
}

const SHOWN: Record<WidgetMode, string> = {
  popover: msg('A popover in the corner.'),
  inline: msg('Inline, where its element stands in the page.'),
  modal: msg('A dialog in the middle of the page.'),
  tab: msg('A tab at the side of the page; the question opens when somebody clicks it.'),
};

function pageSentences(
  t: Translate,
  urls: readonly string[],
  notUrls: readonly string[],
): (string | false)[] {
  const anyOf = (patterns: readonly string[]) =>
    patterns.reduce((one, other) => t('{one} or {other}', { one, other }));
  return [
    urls.length === 0 ? t('On every page.') : t('On pages that match {patterns}.', { patterns: anyOf(urls) }),
    notUrls.length > 0 && t('Never on pages that match {patterns}.', { patterns: anyOf(notUrls) }),
  ];
}

function triggerSentence(t: Translate, trigger: Trigger, delay: number): string {
  switch (trigger.kind) {
    case 'load':
      return delay === 0
        ? t('As soon as the page has loaded.')
        : t('After {delay, plural, one {# second} other {# seconds}} on the page.', { delay });
    case 'event':
      return delay === 0
        ? t('At the event {name} of your site.', { name: trigger.name })
        : t(
            'After the event {name} of your site and {delay, plural, one {# second} other {# seconds}} more.',
            { name: trigger.name, delay },
          );
    case 'dwell':
      return delay === 0
        ? t('Once the page was visible for {seconds, plural, one {# second} other {# seconds}}.', {
            seconds: trigger.seconds,
          })
        : t(
            'Once the page was visible for {seconds, plural, one {# second} other {# seconds}}, and {delay, plural, one {# second} other {# seconds}} later.',
            { seconds: trigger.seconds, delay },
          );
    case 'scroll':
      return delay === 0
        ? t('Once {percent} % of the page was scrolled through.', { percent: trigger.percent })
        : t(
            'Once {percent} % of the page was scrolled through, and {delay, plural, one {# second} other {# seconds}} later.',
            { percent: trigger.percent, delay },
          );
    case 'exit':
      return delay === 0
        ? t('When somebody is about to leave the page.')
        : t(
            'When somebody is about to leave after at least {delay, plural, one {# second} other {# seconds}}.',
            { delay },
          );
    case 'click':
      return delay === 0
        ? t('At a click on {selector}.', { selector: trigger.selector })
        : t('After a click on {selector} and {delay, plural, one {# second} other {# seconds}} more.', {
            selector: trigger.selector,
            delay,
          });
    case 'seen':
      return delay === 0
        ? t('Once {selector} comes into view.', { selector: trigger.selector })
        : t(
            'Once {selector} has come into view, and {delay, plural, one {# second} other {# seconds}} later.',
            { selector: trigger.selector, delay },
          );
  }
}

function clockSentences(t: Translate, { windowDays, dismissedDays }: WidgetRules): string[] {
  return [
    windowDays === 0
      ? t('Whoever answered may be asked again at once.')
      : t('Whoever answered is asked again after {n, plural, one {# day} other {# days}}.', {
          n: windowDays,
        }),
    dismissedDays === 0
      ? t('Whoever closed it or let it be may be asked again at once.')
      : t('Whoever closed it or let it be is asked again after {n, plural, one {# day} other {# days}}.', {
          n: dismissedDays,
        }),
  ];
}

function siteSentences(t: Translate, site: SiteSettings): (string | false)[] {
  return [
    site.restDays > 0 &&
      t(
        'On your site: {n, plural, one {# day} other {# days}} between any two surveys that come by themselves.',
        { n: site.restDays },
      ),
    site.touchpointRestDays > 0 &&
      t('{n, plural, one {# day} other {# days}} between two about the same touchpoint.', {
        n: site.touchpointRestDays,
      }),
    site.askConsent && t('Only after your site has reported consent.'),
    site.respectDnt && t('Not where the browser says “do not track”.'),
  ];
}

/** Digits as a number; anything else stays text, which the schema refuses. */
const wholeNumber = (text: string): number | string => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text);

/** A percentage with at most two decimals as a ratio; anything else stays text. */
const ratioOf = (text: string): number | string =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) / 100 : text;

const percentOf = (ratio: number): number => Number((ratio * 100).toFixed(2));

const percentText = (ratio: number): string => String(percentOf(ratio));
