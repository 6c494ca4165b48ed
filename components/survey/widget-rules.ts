import { DEFAULT_WIDGET_RULES, type WidgetRules, widgetRulesSchema } from '@/lib/survey/model/widget-rules';

/** What stands in the fields of the form: text, as it was typed. */
export type RuleFields = {
  mode: WidgetRules['mode'];
  urls: string;
  delaySeconds: string;
  windowDays: string;
};

export type RuleFaults = Partial<Record<keyof RuleFields, string>>;

export const fieldsOf = (rules: WidgetRules): RuleFields => ({
  mode: rules.mode,
  urls: rules.urls.join('\n'),
  delaySeconds: String(rules.delaySeconds),
  windowDays: String(rules.windowDays),
});

/**
 * The rules that the fields mean, or what to correct. An inline widget waits for its place in the page, so that it has
 * neither addresses nor a delay.
 */
export function rulesOf(fields: RuleFields): { rules: WidgetRules } | { faults: RuleFaults } {
  const popover = fields.mode === 'popover';
  const read = widgetRulesSchema.safeParse({
    mode: fields.mode,
    urls: popover
      ? fields.urls
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
      : [],
    delaySeconds: popover ? wholeNumber(fields.delaySeconds) : DEFAULT_WIDGET_RULES.delaySeconds,
    windowDays: wholeNumber(fields.windowDays),
  });
  if (read.success) return { rules: read.data };
  const faults: RuleFaults = {};
  for (const issue of read.error.issues) {
    const field = issue.path[0] as keyof RuleFields;
    faults[field] ??= REMEDIES[field];
  }
  return { faults };
}

const REMEDIES: Record<keyof RuleFields, string> = {
  mode: 'Choose popover or inline.',
  urls: 'Give at most 20 lines of at most 200 characters.',
  delaySeconds: 'Give whole seconds from 0 to 3600.',
  windowDays: 'Give whole days from 0 to 3650.',
};

/** The rules as a sentence. */
export function describeRules({ mode, urls, delaySeconds, windowDays }: WidgetRules): string {
  const again =
    windowDays === 0 ? 'at every visit' : `at most once per person in ${plural(windowDays, 'day')}`;
  if (mode === 'inline') return `Inline, where its element stands, ${again}.`;
  const where = urls.length === 0 ? 'every page' : urls.join(', ');
  const when = delaySeconds === 0 ? 'at once' : `after ${plural(delaySeconds, 'second')}`;
  return `Popover on ${where}, ${when}, ${again}.`;
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Digits as a number; anything else stays text, which the schema refuses. */
const wholeNumber = (text: string): number | string => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text);
