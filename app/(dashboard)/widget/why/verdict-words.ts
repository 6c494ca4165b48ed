import { formatInstant } from '@/lib/format';
import type { Tongue } from '@/lib/identity/model';
import type { WidgetRules } from '@/lib/survey/model/widget-rules';
import type { Reason, Verdict } from '@/widget/gates';

type Gate = Exclude<Reason, 'ok'>;

/** What each gate is called. */
export const GATE_NAMES: Record<Gate, string> = {
  unknown_key: 'Survey',
  closed: 'Survey',
  consent: 'Consent',
  do_not_track: 'Do not track',
  page: 'Page',
  answered: 'Since an answer',
  dismissed: 'Since it was last shown or closed',
  touchpoint_rest: 'Rest about this touchpoint',
  rest: 'Rest between any surveys',
  sample: 'Share of people',
  event: 'Event',
  dwell: 'Time in view',
  scroll: 'Scrolling',
  exit: 'About to leave',
  click: 'Click',
  seen: 'In view',
  delay: 'Delay',
  busy: 'One at a time',
};

/** What a gate found, and where it is closed, what would have to change. */
export function verdictWords(
  verdict: Verdict,
  rules: WidgetRules,
  clock: { timeZone: string; language: Tongue },
): string {
  const { reason, ok, has } = verdict;
  const needs = verdict.needs ?? 0;
  const until =
    verdict.until === null ? '' : formatInstant(new Date(verdict.until), clock.timeZone, clock.language);
  const { trigger } = rules;
  switch (reason) {
    case 'unknown_key':
      return 'The site’s snippet does not bring this survey. Open it, or check the key in the snippet.';
    case 'closed':
      return 'It takes no answers now, so nobody is asked. See its own page for its state.';
    case 'consent':
      return ok
        ? 'The site has reported consent, or does not wait for it.'
        : "The site has not reported consent. It has to call milepost('consent', 'granted') first.";
    case 'do_not_track':
      return ok
        ? 'The browser does not say “do not track”.'
        : 'The browser says “do not track”, and your sites respect that. The settings of your sites decide it.';
    case 'page':
      return ok
        ? 'The address is one of its pages.'
        : 'The address is none of its pages, or one on which it never shows. Its rules decide it.';
    case 'answered':
      if (has === null) return 'The person has not answered it.';
      return ok
        ? `Answered ${days(has)} ago, and ${days(needs)} are enough.`
        : `Answered ${days(has)} ago. It waits ${days(needs)} after an answer, until ${until}.`;
    case 'dismissed':
      if (has === null) return 'It was not shown to the person yet.';
      return ok
        ? `Last shown or closed ${days(has)} ago without an answer, and ${days(needs)} are enough.`
        : `Last shown or closed ${days(has)} ago without an answer. It waits ${days(needs)}, until ${until}.`;
    case 'touchpoint_rest':
      if (has === null) return 'No other survey about this touchpoint was shown.';
      return ok
        ? `The last one was shown ${days(has)} ago, and ${days(needs)} are enough.`
        : `The last one was shown ${days(has)} ago. Your sites rest ${days(needs)}, until ${until}.`;
    case 'rest':
      if (has === null) return 'No other survey was shown.';
      return ok
        ? `The last one was shown ${days(has)} ago, and ${days(needs)} are enough.`
        : `The last one was shown ${days(has)} ago. Your sites rest ${days(needs)}, until ${until}.`;
    case 'sample':
      if (has === null) return `${percent(needs)} % of people are asked. The person is drawn at this moment.`;
      return ok
        ? `The person is among the ${percent(needs)} % who are asked.`
        : `The person is not among the ${percent(needs)} % who are asked. The draw holds for this browser.`;
    case 'event': {
      const name = trigger.kind === 'event' ? trigger.name : '';
      return ok
        ? `The site has reported ${name}.`
        : `The site has not reported ${name} on this page. It has to call milepost('track', '${name}').`;
    }
    case 'dwell':
      return ok
        ? `The page was visible for ${seconds(has ?? 0)}.`
        : `The page was visible for ${seconds(has ?? 0)} of ${seconds(needs)}.`;
    case 'scroll':
      return ok
        ? `${percent((has ?? 0) / 100)} % of the page was scrolled through.`
        : `${percent((has ?? 0) / 100)} % of the page was scrolled through, and it takes ${percent(needs / 100)} %.`;
    case 'exit':
      return ok
        ? 'The person was about to leave.'
        : 'The person was not about to leave: no mouse out at the top, no quick scroll back up.';
    case 'click':
      return ok
        ? `Something that matches ${selectorOf(rules)} was clicked.`
        : `Nothing that matches ${selectorOf(rules)} was clicked.`;
    case 'seen':
      return ok
        ? `Something that matches ${selectorOf(rules)} came into view.`
        : `Nothing that matches ${selectorOf(rules)} came into view. Check that the page has such an element.`;
    case 'delay':
      return ok
        ? `${seconds(has ?? 0)} went by since everything else was fulfilled.`
        : `${seconds(has ?? 0)} of ${seconds(needs)} went by since everything else was fulfilled.`;
    case 'busy':
      return ok
        ? 'No other survey is open on the page.'
        : 'Another survey is open on the page. This one waits until that is closed.';
  }
}

const selectorOf = ({ trigger }: WidgetRules): string => ('selector' in trigger ? trigger.selector : '');

const counted = (count: number, one: string, many: string): string => {
  const rounded = Math.round(count * 10) / 10;
  return `${rounded.toLocaleString('en')} ${rounded === 1 ? one : many}`;
};
const days = (count: number): string => counted(count, 'day', 'days');
const seconds = (count: number): string => counted(count, 'second', 'seconds');
const percent = (ratio: number): string => (Math.round(ratio * 10_000) / 100).toLocaleString('en');
