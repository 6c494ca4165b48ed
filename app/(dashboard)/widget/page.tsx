import { CodeXml, ExternalLink, SearchCheck } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CopyText } from '@/components/survey/copy-text';
import { describeRules, MODE_NAMES } from '@/components/survey/widget-rules';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import type { WidgetPlacementView } from '@/lib/survey/model';
import { listWidgetPlacements } from '@/lib/survey/views';
import type { Translate } from '@/lib/translate';
import { fixedLoader } from './fixed-loader';
import {
  CALLS,
  divFor,
  elementFor,
  fixedTag,
  type Installation,
  npmModule,
  QUEUE,
  reactModule,
  scriptTag,
  tagManager,
  wordPress,
} from './snippets';
import { Weight } from './weight';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Widget') };
}

export default async function WidgetPage() {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const widgets = await listWidgetPlacements(scope);
  const { APP_URL } = env();
  const { origin } = new URL(APP_URL);
  const installation: Installation = { url: APP_URL, siteKey: workspace.siteKey };
  const open = widgets.filter(({ closedAt }) => closedAt === null);
  const example = open.find(({ rules }) => rules?.mode === 'inline') ?? open[0];
  return (
    <Page>
      <PageHeader
        title={t('Widget')}
        actions={
          <>
            {widgets.length > 0 ? (
              <Link href="/widget/why" className={buttonClass()}>
                <SearchCheck aria-hidden="true" className="size-4" />
                {t('Why was somebody not asked?')}
              </Link>
            ) : null}
            {open.length > 0 ? (
              <a
                href="/widget/test"
                target="_blank"
                rel="noreferrer"
                className={buttonClass({ variant: 'primary' })}
              >
                <ExternalLink aria-hidden="true" className="size-4" />
                {t('Try it on a test page')}
              </a>
            ) : null}
          </>
        }
      >
        {t(
          'Asks one question in your own site or app. It leaves no cookie and touches nothing else on the page.',
        )}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Step title={t('1. Paste the snippet once')}>
          <p>
            {rich(
              t,
              'On every page of your site, before {end} or in the head. It brings every widget survey that is open now or later; closing one takes it off your site within five minutes.',
              { end: <code key="end">&lt;/body&gt;</code> },
            )}
          </p>
          <CopyText label={t('Snippet for your site')} text={scriptTag(installation)} />
          <OtherWays t={t} installation={installation} inlineKey={example?.key ?? 'SURVEY_KEY'} />
        </Step>
        <Step title={t('2. Give inline surveys their place')}>
          <p>
            {t(
              'Popovers, dialogs and side tabs need nothing more. An inline survey is drawn into an element of yours; put it where the question belongs.',
            )}
          </p>
          <InlineElements t={t} open={open} />
        </Step>
        <Step title={t('3. Only if your site sends a Content-Security-Policy')}>
          <p>{t('Allow these two; styles and images need nothing.')}</p>
          <CopyText label={t('To add to the policy')} text={`script-src ${origin}; connect-src ${origin}`} />
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-soft">
            <li>
              {rich(
                t,
                'With a nonce and <c>strict-dynamic</c>: put the nonce on the script tag and allow only <b>connect-src {origin}</b>.',
                { c: code, b: longCode, origin },
              )}
            </li>
            <li>
              {rich(
                t,
                'Surveys that are kept from the site around them lie in a frame: allow <b>frame-src {origin}</b>, too.',
                { b: longCode, origin },
              )}
            </li>
            <li>{t('Trusted Types need no policy: the widget writes no markup from text.')}</li>
          </ul>
        </Step>
        <Step title={t('4. What your site can say')}>
          <p>
            {t(
              'Every call works before the script is there, if this stands above it. Without it, wait until the script has loaded.',
            )}
          </p>
          <CopyText label={t('Queue for early calls')} text={QUEUE} />
          <dl className="grid gap-x-6 gap-y-2 text-sm lg:grid-cols-[auto_1fr]">
            {CALLS.map(({ call, why }) => (
              <div key={call} className="lg:contents">
                <dt>
                  <code className="break-all">{call}</code>
                </dt>
                <dd className="text-soft">{t(why)}</dd>
              </div>
            ))}
          </dl>
          <p className="text-sm text-soft">
            {rich(
              t,
              'How often a person is asked, consent, who may answer and signed identity are set in the <a>settings of your sites</a>.',
              {
                a: (inside) => (
                  <Link href="/settings/sites" className="underline underline-offset-2">
                    {inside}
                  </Link>
                ),
              },
            )}
          </p>
        </Step>
        <Step title={t('5. What it weighs')}>
          <Weight
            parts={[
              {
                name: t('Loader'),
                when: t('On every page, once; then from the cache'),
                path: `/v1/milepost.js?k=${workspace.siteKey}`,
              },
              ...(example
                ? [
                    {
                      name: t('One survey'),
                      when: t('Only when it is shown'),
                      path: `/v1/q/${example.key}.js?l=${workspace.language}`,
                    },
                  ]
                : []),
            ]}
          />
        </Step>
        <section aria-labelledby="asked" className="flex flex-col gap-3">
          <h2 id="asked" className="text-base font-semibold">
            {t('What the widget asks')}
          </h2>
          {widgets.length === 0 ? (
            <EmptyState
              icon={CodeXml}
              title={t('No survey is asked with the widget yet')}
              action={
                <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
                  {t('Open your journeys')}
                </Link>
              }
            >
              {t('Publish a survey at a touchpoint, then choose “Ask with the widget” on its page.')}
            </EmptyState>
          ) : (
            <WidgetTable t={t} widgets={widgets} />
          )}
        </section>
      </div>
    </Page>
  );
}

const code = (inside: ReactNode) => <code>{inside}</code>;
const longCode = (inside: ReactNode) => <code className="break-all">{inside}</code>;

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function OtherWays({
  t,
  installation,
  inlineKey,
}: {
  t: Translate;
  installation: Installation;
  inlineKey: string;
}) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('Other ways to install it')}</h3>
      <Disclosure title={t('One version, with its hash')}>
        <CopyText label={t('Snippet for one version')} text={fixedTag(installation, fixedLoader())} />
        <p className="text-sm text-soft">
          {t(
            'Its bytes never change, and browsers refuse anything else under its hash. Surveys and rules still follow within five minutes, at the price of one more request. A newer version is a new snippet.',
          )}
        </p>
      </Disclosure>
      <Disclosure title="WordPress">
        <CopyText label={t('In functions.php of your theme, or a plugin')} text={wordPress(installation)} />
        <p className="text-sm text-soft">
          {t(
            'In a post, an inline survey needs a block of the kind “Custom HTML” with the div below. Accounts that may not post any HTML keep the div and lose other elements.',
          )}
        </p>
      </Disclosure>
      <Disclosure title="Google Tag Manager">
        <CopyText label={t('A tag of the kind “Custom HTML”')} text={tagManager(installation)} />
        <p className="text-sm text-soft">
          {t(
            "Choose the trigger “All pages”. With a consent banner, let the tag call milepost('consent', …) when it is answered.",
          )}
        </p>
      </Disclosure>
      <Disclosure title={t('npm and React')}>
        <CopyText label={t('In a module')} text={npmModule(installation)} />
        <CopyText label={t('In React')} text={reactModule(inlineKey, installation)} />
        <p className="text-sm text-soft">
          {rich(
            t,
            'The package lies in <c>widget/package</c> of Milepost’s own source: install it from there, or publish it in your registry. It only puts the script into the page, and only in a browser.',
            { c: code },
          )}
        </p>
      </Disclosure>
    </div>
  );
}

function InlineElements({ t, open }: { t: Translate; open: readonly WidgetPlacementView[] }) {
  const inline = open.filter(({ rules }) => rules?.mode === 'inline');
  if (inline.length === 0) return <p className="text-soft">{t('No inline survey is open.')}</p>;
  return inline.map(({ id, key, surveyTitle }) => (
    <div key={id} className="flex flex-col gap-2">
      <CopyText label={t('Element for {survey}', { survey: surveyTitle })} text={divFor(key)} />
      <CopyText
        label={t('The same as an element of its own, for {survey}', { survey: surveyTitle })}
        text={elementFor(key)}
      />
    </div>
  ));
}

function WidgetTable({ t, widgets }: { t: Translate; widgets: WidgetPlacementView[] }) {
  return (
    <Table
      label={t('Widget surveys')}
      head={
        <tr>
          <Th>{t('Survey')}</Th>
          <Th>{t('When it shows')}</Th>
          <Th>{t('State')}</Th>
          <Th className="text-right">{t('Answers')}</Th>
        </tr>
      }
    >
      {widgets.map(({ id, key, surveyId, surveyTitle, subjectTitle, rules, closedAt, answers }) => (
        <tr key={id}>
          <Td className="min-w-40">
            <Link href={`/surveys/${surveyId}`} className="font-medium underline-offset-2 hover:underline">
              {surveyTitle}
            </Link>
            {subjectTitle ? <div className="text-soft">{subjectTitle}</div> : null}
            {rules ? <Chip className="mt-1">{t(MODE_NAMES[rules.mode])}</Chip> : null}
          </Td>
          <Td className="min-w-56 break-words text-soft">
            {rules ? describeRules(t, rules) : ''}{' '}
            <Link
              href={`/widget/why?survey=${key}`}
              className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
              aria-label={t('Why was somebody not asked {survey}?', { survey: surveyTitle })}
            >
              {t('Why not asked?')}
            </Link>
          </Td>
          <Td>
            {closedAt ? (
              <Chip tone="quiet">{t('Closed##of a survey')}</Chip>
            ) : (
              <Chip tone="good">{t('Open##of a survey')}</Chip>
            )}
          </Td>
          <Td className="tabular text-right">{t('{n, number}', { n: answers })}</Td>
        </tr>
      ))}
    </Table>
  );
}
