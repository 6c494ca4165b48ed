import { formatInstant } from '@/lib/format';
import type { WidgetRules } from '@/lib/survey/model/widget-rules';
import { msg, type Translate } from '@/lib/translate';
import type { Reason, Verdict } from '@/widget/gates';

type Gate = Exclude<Reason, 'ok'>;

/** What each gate is called. */
export const GATE_NAMES: Record<Gate, string> = {
  unknown_key: msg('Survey'),
  closed: msg('Survey'),
  consent: msg('Consent'),
  do_not_track: msg('Do not track'),
  page: msg('Page'),
  answered: msg('Since an answer'),
  dismissed: msg('Since it was last shown or closed'),
  touchpoint_rest: msg('Rest about this touchpoint'),
  rest: msg('Rest between any surveys'),
  sample: msg('Share of people'),
  event: msg('Event'),
  dwell: msg('Time in view'),
  scroll: msg('Scrolling'),
  exit: msg('About to leave'),
  click: msg('Click'),
  seen: msg('In view'),
  delay: msg('Delay'),
  busy: msg('One at a time'),
};

/** What a gate found, and where it is closed, what would have to change. */
export function verdictWords(t: Translate, verdict: Verdict, rules: WidgetRules, timeZone: string): string {
  const { reason, ok } = verdict;
  const never = verdict.has === null;
  const has = toTenth(verdict.has ?? 0);
  const needs = toTenth(verdict.needs ?? 0);
  const until = verdict.until === null ? '' : formatInstant(new Date(verdict.until), timeZone, t.tongue);
  const share = Math.round((verdict.needs ?? 0) * 10_000) / 100;
  const { trigger } = rules;
  const selector = 'selector' in trigger ? trigger.selector : '';
  switch (reason) {
    case 'unknown_key':
      return t('The site’s snippet does not bring this survey. Open it, or check the key in the snippet.');
    case 'closed':
      return t('It takes no answers now, so nobody is asked. See its own page for its state.');
    case 'consent':
      return ok
        ? t('The site has reported consent, or does not wait for it.')
        : t("The site has not reported consent. It has to call milepost('consent', 'granted') first.");
    case 'do_not_track':
      return ok
        ? t('The browser does not say “do not track”.')
        : t(
            'The browser says “do not track”, and your sites respect that. The settings of your sites decide it.',
          );
    case 'page':
      return ok
        ? t('The address is one of its pages.')
        : t('The address is none of its pages, or one on which it never shows. Its rules decide it.');
    case 'answered':
      if (never) return t('The person has not answered it.');
      return ok
        ? t(
            'Answered {has, plural, one {# day} other {# days}} ago, and {needs, plural, one {# day} other {# days}} are enough.',
            { has, needs },
          )
        : t(
            'Answered {has, plural, one {# day} other {# days}} ago. It waits {needs, plural, one {# day} other {# days}} after an answer, until {until}.',
            { has, needs, until },
          );
    case 'dismissed':
      if (never) return t('It was not shown to the person yet.');
      return ok
        ? t(
            'Last shown or closed {has, plural, one {# day} other {# days}} ago without an answer, and {needs, plural, one {# day} other {# days}} are enough.',
            { has, needs },
          )
        : t(
            'Last shown or closed {has, plural, one {# day} other {# days}} ago without an answer. It waits {needs, plural, one {# day} other {# days}}, until {until}.',
            { has, needs, until },
          );
    case 'touchpoint_rest':
    case 'rest':
      if (never)
        return reason === 'rest'
          ? t('No other survey was shown.')
          : t('No other survey about this touchpoint was shown.');
      return ok
        ? t(
            'The last one was shown {has, plural, one {# day} other {# days}} ago, and {needs, plural, one {# day} other {# days}} are enough.',
            { has, needs },
          )
        : t(
            'The last one was shown {has, plural, one {# day} other {# days}} ago. Your sites rest {needs, plural, one {# day} other {# days}}, until {until}.',
            { has, needs, until },
          );
    case 'sample':
      if (never)
        return t('{share, number} % of people are asked. The person is drawn at this moment.', { share });
      return ok
        ? t('The person is among the {share, number} % who are asked.', { share })
        : t('The person is not among the {share, number} % who are asked. The draw holds for this browser.', {
            share,
          });
    case 'event': {
      const name = trigger.kind === 'event' ? trigger.name : '';
      return ok
        ? t('The site has reported {name}.', { name })
        : t("The site has not reported {name} on this page. It has to call milepost('track', ''{name}'').", {
            name,
          });
    }
    case 'dwell':
      return ok
        ? t('The page was visible for {has, plural, one {# second} other {# seconds}}.', { has })
        : t(
            'The page was visible for {has, plural, one {# second} other {# seconds}} of {needs, plural, one {# second} other {# seconds}}.',
            { has, needs },
          );
    case 'scroll': {
      const scrolled = toHundredth(verdict.has ?? 0);
      return ok
        ? t('{scrolled, number} % of the page was scrolled through.', { scrolled })
        : t('{scrolled, number} % of the page was scrolled through, and it takes {needed, number} %.', {
            scrolled,
            needed: toHundredth(verdict.needs ?? 0),
          });
    }
    case 'exit':
      return ok
        ? t('The person was about to leave.')
        : t('The person was not about to leave: no mouse out at the top, no quick scroll back up.');
    case 'click':
      return ok
        ? t('Something that matches {selector} was clicked.', { selector })
        : t('Nothing that matches {selector} was clicked.', { selector });
    case 'seen':
      return ok
        ? t('Something that matches {selector} came into view.', { selector })
        : t('Nothing that matches {selector} came into view. Check that the page has such an element.', {
            selector,
          });
    case 'delay':
      return ok
        ? t('{has, plural, one {# second} other {# seconds}} went by since everything else was fulfilled.', {
            has,
          })
        : t(
            '{has, plural, one {# second} other {# seconds}} of {needs, plural, one {# second} other {# seconds}} went by since everything else was fulfilled.',
            { has, needs },
          );
    case 'busy':
      return ok
        ? t('No other survey is open on the page.')
        : t('Another survey is open on the page. This one waits until that is closed.');
  }
}

const toTenth = (count: number): number => Math.round(count * 10) / 10;
const toHundredth = (count: number): number => Math.round(count * 100) / 100;
