import { CircleCheck, CircleX, CodeXml } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { comesByItself, describeRules } from '@/components/survey/widget-rules';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { loadSiteSettings } from '@/lib/identity/views';
import type { SurveyState } from '@/lib/survey/model';
import { DEFAULT_WIDGET_RULES, type SiteSettings, type WidgetMode } from '@/lib/survey/model/widget-rules';
import { chooseLanguage, packOf } from '@/lib/survey/rules/languages';
import { originAllowed } from '@/lib/survey/rules/origins';
import { listWidgetPlacements, loadSurvey } from '@/lib/survey/views';
import { msg, type Translate } from '@/lib/translate';
import { gates, reasonOf } from '@/widget/gates';
import { LiveForm } from './live-form';
import { fieldsOf, situationOf, type Typed } from './person';
import { PersonForm } from './person-form';
import { GATE_NAMES, verdictWords } from './verdict-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Why was somebody not asked?') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Tells of one person on one page, and lets the widget's own gates say which of them is closed. */
export default async function WhyPage({ searchParams }: Asked) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const typed = singles(await searchParams);
  const [widgets, { site }] = await Promise.all([listWidgetPlacements(scope), loadSiteSettings(scope)]);
  const chosen = widgets.find(({ key }) => key === typed.survey) ?? widgets[0];
  return (
    <Page>
      <PageHeader title={t('Why was somebody not asked?')} crumbs={[{ href: '/widget', label: t('Widget') }]}>
        {t(
          'Tell what you know of the person and the page. The very code that decides in your site answers here.',
        )}
      </PageHeader>
      {chosen ? (
        <div className="flex flex-col gap-5">
          <LiveForm label={t('Survey')} key={`of ${chosen.key}`}>
            <SelectField label={t('Survey')} name="survey" defaultValue={chosen.key}>
              {widgets.map(({ key, surveyTitle, subjectTitle, closedAt }) => (
                <option key={key} value={key}>
                  {[surveyTitle, subjectTitle, closedAt ? t('(closed)') : null].filter(Boolean).join(' · ')}
                </option>
              ))}
            </SelectField>
            <noscript>
              <Button type="submit">{t('Choose')}</Button>
            </noscript>
          </LiveForm>
          <Simulation
            t={t}
            key={chosen.key}
            typed={typed}
            placement={{
              key: chosen.key,
              surveyId: chosen.surveyId,
              rules: chosen.rules ?? DEFAULT_WIDGET_RULES,
              closed: chosen.closedAt !== null,
            }}
            site={site}
            survey={await loadSurvey(scope, chosen.surveyId)}
            timeZone={workspace.timeZone}
          />
        </div>
      ) : (
        <EmptyState
          icon={CodeXml}
          title={t('No survey is asked with the widget yet')}
          action={
            <Link href="/widget" className={buttonClass({ variant: 'primary' })}>
              {t('To the widget')}
            </Link>
          }
        >
          {t('Once one is, this page says why somebody was or was not asked.')}
        </EmptyState>
      )}
    </Page>
  );
}

function Simulation({
  t,
  typed,
  placement,
  site,
  survey,
  timeZone,
}: {
  t: Translate;
  typed: Typed;
  placement: { key: string; surveyId: string; rules: typeof DEFAULT_WIDGET_RULES; closed: boolean };
  site: SiteSettings;
  survey: Awaited<ReturnType<typeof loadSurvey>>;
  timeZone: string;
}) {
  const { key, rules, surveyId } = placement;
  const state: SurveyState = placement.closed ? 'closed' : survey.state;
  const fields = fieldsOf(typed, rules);
  const verdicts = gates(situationOf(fields, { key, rules, open: state === 'open' }, site, new Date()));
  const reason = reasonOf(verdicts);
  const offered = survey.versions[0]?.content.languages ?? survey.draft.languages;
  const language = chooseLanguage(offered, [fields.language]);
  const origin = originOf(fields.page);
  const foreign = origin !== null && !originAllowed(origin, site.origins, new URL(env().APP_URL).origin);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <LiveForm label={t('Person and page')}>
        <input type="hidden" name="survey" value={key} />
        <input type="hidden" name="told" value="1" />
        <PersonForm t={t} fields={fields} rules={rules} site={site} />
        <noscript>
          <Button type="submit" variant="primary">
            {t('Ask again')}
          </Button>
        </noscript>
      </LiveForm>
      <section
        aria-labelledby="outcome"
        className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-4 sm:p-5 lg:sticky lg:top-4"
      >
        <div role="status">
          <h2 id="outcome" className="text-base font-semibold">
            {t(reason === 'ok' && !foreign ? OUTCOMES[rules.mode] : NOT_ASKED[rules.mode])}
          </h2>
        </div>
        <ol className="flex flex-col gap-3 text-sm">
          {foreign ? (
            <Row t={t} ok={false} name={t('Origin')}>
              {t('{origin} is not among the pages that may answer. The settings of your sites decide it.', {
                origin,
              })}
            </Row>
          ) : null}
          {verdicts.map((verdict) => (
            <Row t={t} key={verdict.reason} ok={verdict.ok} name={t(GATE_NAMES[verdict.reason])}>
              {verdict.reason === 'closed'
                ? t(STATES[state === 'open' ? 'closed' : state])
                : verdictWords(t, verdict, rules, timeZone)}
            </Row>
          ))}
        </ol>
        <div className="flex flex-col gap-2 border-t border-line pt-3 text-sm text-soft">
          <p>{t('It would be asked in this language: {language}.', { language: packOf(language).name })}</p>
          {rules.mode === 'inline' ? (
            <p>{t('An inline survey shows only on pages that have its element.')}</p>
          ) : null}
          {comesByItself(rules.mode) ? (
            <p>
              {t(
                "Your site may show it at any time with milepost('show', KEY): that passes over page, trigger and delay, and with force over the rests.",
              )}
            </p>
          ) : null}
          <p className="break-words">{describeRules(t, rules, site)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Link href={`/surveys/${surveyId}`} className={buttonClass({ size: 'small' })}>
            {t('Rules of this survey')}
          </Link>
          <Link href="/settings/sites" className={buttonClass({ size: 'small' })}>
            {t('Settings of your sites')}
          </Link>
        </div>
        <Notice>
          {rich(
            t,
            'On a real page of your site, add <c>?milepost_debug=1</c> to its address: then the widget shows the same list for the browser that is looking.',
            { c: (inside) => <code className="break-all">{inside}</code> },
          )}
        </Notice>
      </section>
    </div>
  );
}

function Row({ t, ok, name, children }: { t: Translate; ok: boolean; name: string; children: string }) {
  const Icon = ok ? CircleCheck : CircleX;
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden="true" className={`mt-0.5 size-4.5 shrink-0 ${ok ? 'text-good' : 'text-bad'}`} />
      <div className="min-w-0">
        <h3 className="font-medium">
          {name}
          <span className="sr-only">{ok ? t(': open##a gate') : t(': closed##a gate')}</span>
        </h3>
        <p className="break-words text-soft">{children}</p>
      </div>
    </li>
  );
}

const OUTCOMES: Record<WidgetMode, string> = {
  popover: msg('This person would be asked now'),
  modal: msg('This person would be asked now'),
  inline: msg('The survey would stand in the page'),
  tab: msg('The tab would stand at the side'),
};

const NOT_ASKED: Record<WidgetMode, string> = {
  popover: msg('This person would not be asked'),
  modal: msg('This person would not be asked'),
  inline: msg('The survey would not stand in the page'),
  tab: msg('The tab would not stand at the side'),
};

const STATES: Record<Exclude<SurveyState, 'open'>, string> = {
  paused: msg('The survey is paused. Go on with it on its page.'),
  closed: msg('The survey is closed here. Open it again on its page.'),
  early: msg('The survey has not begun yet. Its page says when it does.'),
  over: msg('The survey is over. Its page says when it ended.'),
  full: msg('The survey has as many answers as it takes. Its page shows the quota.'),
};

/** The origin of a whole address; null where only a path was typed. */
function originOf(typed: string): string | null {
  return /^https?:\/\//i.test(typed.trim()) && URL.canParse(typed.trim())
    ? new URL(typed.trim()).origin
    : null;
}

const singles = (asked: Record<string, string | string[] | undefined>): Typed =>
  Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
