import { type LocalTexts, NO_TEXTS, type SurveyContent } from '@/lib/survey/model/content';
import { type FollowUp, GROUPS, type ReasonId } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { DEFAULT_WIDGET_RULES, type WidgetRules } from '@/lib/survey/model/widget-rules';
import type { StorySurvey } from './story';

/** The languages that some of the story's surveys are offered in; the others are in the first two. */
const LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'ar'];

/** What the surveys are about, by their English topic, in the form that each language's wording asks for. */
const TOPICS: Readonly<Record<string, { de: string; fr?: string; ar?: string }>> = {
  'see what is available at my address': { de: 'herauszufinden, was es an meiner Adresse gibt' },
  'checking your address': { de: 'der Prüfung Ihrer Adresse' },
  'compare the plans': { de: 'die Tarife zu vergleichen', fr: 'comparer les offres', ar: 'مقارنة الباقات' },
  'comparing our plans': { de: 'dem Vergleich unserer Tarife' },
  'talking to our advisor': { de: 'dem Gespräch mit unserer Beratung' },
  'sign up': { de: 'den Vertrag abzuschließen' },
  'signing up': { de: 'dem Vertragsabschluss' },
  'our welcome e-mail': { de: 'unserer Willkommensmail' },
  'booking your visit': { de: 'der Terminbuchung', fr: 'la prise de rendez-vous', ar: 'حجز الموعد' },
  'book a visit': { de: 'einen Termin zu buchen' },
  "the technician's visit": { de: 'dem Besuch unseres Technikteams' },
  'setting up the router': { de: 'der Einrichtung des Routers' },
  'set up the router': { de: 'den Router einzurichten' },
  'your call to our help line': { de: 'Ihrem Anruf bei unserer Hotline' },
  'your first bill': { de: 'Ihrer ersten Rechnung' },
  'renewing your contract': { de: 'der Verlängerung Ihres Vertrags' },
};

type Extra = {
  followUps?: readonly FollowUp[];
  /** Asked in all of the story's languages. */
  wide?: boolean;
  links?: Partial<SurveyContent['links']>;
  texts?: Partial<Record<Language, Partial<LocalTexts>>>;
};

const ALWAYS = [...GROUPS];
const UNHAPPY = ['low', 'middle'] as const;

const reasons = (frictions: (ReasonId | `own-${string}`)[], strengths: ReasonId[]): FollowUp => ({
  kind: 'reasons',
  after: ALWAYS,
  frictions,
  strengths,
});

const THANKS = {
  en: {
    thanks: {
      low: 'That is not how it should be. {touchpoint.contact|Our team} reads every answer.',
      middle: 'It helps us to do better next time.',
      high: 'Good to hear. We pass it on to {touchpoint.contact|the team}.',
    },
  },
  de: {
    thanks: {
      low: 'So sollte es nicht sein. Wir lesen jede Antwort.',
      middle: 'Das hilft uns, es besser zu machen.',
      high: 'Das freut uns. Wir geben es gern weiter.',
    },
  },
};

/** What some surveys ask and say besides, by touchpoint and metric. */
const EXTRAS: Readonly<Record<string, Extra>> = {
  'Coverage check ces': { followUps: [{ kind: 'information', after: ALWAYS }] },
  // The widget that every visitor of the demo meets asks one thing and why.
  'Compare plans ces': { wide: true },
  'Talk to an advisor nps': {
    followUps: [
      reasons(
        ['waited', 'repeated_myself', 'unclear', 'no_help', 'bad_timing'],
        ['friendly', 'helpful', 'clear', 'quick'],
      ),
      { kind: 'expectation', after: ALWAYS },
    ],
  },
  'Checkout ces': {
    followUps: [
      reasons(
        ['too_many_steps', 'unclear', 'did_not_work', 'unnecessary'],
        ['quick', 'easy', 'clear', 'it_worked'],
      ),
    ],
  },
  'Welcome email emotion': { followUps: [{ kind: 'information', after: ALWAYS }] },
  'Book a visit emotion': {
    wide: true,
    followUps: [{ kind: 'expectation', after: [...UNHAPPY] }],
    links: { low: 'https://lumen.example.com/call-me-back' },
    texts: {
      en: { ...THANKS.en, link: { low: 'Have us call you back', middle: '', high: '' } },
      de: { ...THANKS.de, link: { low: 'Rückruf vereinbaren', middle: '', high: '' } },
      fr: { link: { low: 'Demander à être rappelé', middle: '', high: '' } },
      ar: { link: { low: 'اطلبوا أن نتصل بكم', middle: '', high: '' } },
    },
  },
  'Book a visit ces': {
    followUps: [
      { kind: 'handoff', after: ALWAYS },
      reasons(
        ['repeated_myself', 'waited', 'bad_timing', 'not_by_myself', 'no_help'],
        ['quick', 'easy', 'friendly', 'right_time'],
      ),
    ],
  },
  'Technician visit nps': {
    wide: true,
    followUps: [
      reasons(
        ['waited', 'bad_timing', 'did_not_work', 'repeated_myself', 'own-part'],
        ['friendly', 'helpful', 'it_worked', 'right_time'],
      ),
      { kind: 'expectation', after: ALWAYS },
    ],
    links: { high: 'https://lumen.example.com/friends' },
    texts: {
      en: {
        ...THANKS.en,
        link: { low: '', middle: '', high: 'Bring a friend' },
        reasons: { 'own-part': 'A part was missing' },
      },
      de: {
        ...THANKS.de,
        link: { low: '', middle: '', high: 'Freunde einladen' },
        reasons: { 'own-part': 'Ein Teil fehlte' },
      },
      fr: {
        link: { low: '', middle: '', high: 'Parrainer un ami' },
        reasons: { 'own-part': 'Il manquait une pièce' },
      },
      ar: {
        link: { low: '', middle: '', high: 'ادعوا الأصدقاء' },
        reasons: { 'own-part': 'كانت هناك قطعة ناقصة' },
      },
    },
  },
  'Set up the router emotion': {
    followUps: [
      reasons(
        ['complicated', 'unclear', 'too_many_steps', 'not_by_myself', 'did_not_work'],
        ['easy', 'clear', 'quick', 'it_worked'],
      ),
    ],
  },
  'Call for help csat': {
    followUps: [
      { kind: 'handoff', after: ALWAYS },
      reasons(
        ['waited', 'no_help', 'unclear', 'did_not_work'],
        ['friendly', 'helpful', 'quick', 'it_worked'],
      ),
    ],
    texts: THANKS,
  },
  'First bill csat': {
    followUps: [
      reasons(['unclear', 'complicated', 'bad_timing', 'no_help'], ['clear', 'easy', 'right_time']),
      { kind: 'information', after: ALWAYS },
    ],
    texts: THANKS,
  },
  'Relationship nps': {
    followUps: [
      reasons(
        ['waited', 'repeated_myself', 'unclear', 'did_not_work', 'no_help'],
        ['quick', 'friendly', 'clear', 'it_worked'],
      ),
    ],
  },
};

/** What one survey of the story asks, says and is offered in. `name` is its touchpoint and metric. */
export function storyContent(name: string, { topic }: Pick<StorySurvey, 'topic'>): SurveyContent {
  const extra = EXTRAS[name] ?? {};
  const languages = LANGUAGES.slice(0, extra.wide ? LANGUAGES.length : 2);
  const topics: Partial<Record<Language, string>> = { en: topic, ...TOPICS[topic] };
  return {
    languages,
    followUps: [...(extra.followUps ?? []), { kind: 'text', after: ALWAYS }],
    links: { low: '', middle: '', high: '', ...extra.links },
    texts: Object.fromEntries(
      languages.map((tag) => [tag, { ...NO_TEXTS, ...extra.texts?.[tag], topic: topics[tag] ?? '' }]),
    ),
  };
}

const WIDGETS: Readonly<Record<string, Partial<WidgetRules>>> = {
  'Coverage check ces': { mode: 'tab', urls: ['/coverage'] },
  'Coverage check emotion': {
    urls: ['/coverage'],
    trigger: { kind: 'scroll', percent: 60 },
    delaySeconds: 0,
  },
  'Compare plans emotion': { urls: ['/plans'], trigger: { kind: 'dwell', seconds: 30 }, sampleRatio: 0.5 },
  'Checkout ces': { trigger: { kind: 'event', name: 'order.placed' }, delaySeconds: 0 },
  'Checkout emotion': { mode: 'inline', framed: true },
};

/** When one survey of the story shows itself in the site. */
export const storyRules = (name: string): WidgetRules => ({ ...DEFAULT_WIDGET_RULES, ...WIDGETS[name] });

/** Where in the site each of the story's touchpoints is. */
export const SITE_PAGES: Readonly<Record<string, string>> = {
  'Coverage check': '/coverage',
  'Compare plans': '/plans',
  Checkout: '/checkout/done',
};
