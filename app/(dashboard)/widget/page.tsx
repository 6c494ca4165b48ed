import { CodeXml, ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CopyText } from '@/components/survey/copy-text';
import { describeRules } from '@/components/survey/widget-rules';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { env } from '@/lib/env';
import { requireMember } from '@/lib/gates/member';
import type { WidgetPlacementView } from '@/lib/survey/model';
import { listWidgetPlacements } from '@/lib/survey/views';

export const metadata: Metadata = { title: 'Widget' };

export default async function WidgetPage() {
  const { scope, workspace } = await requireMember();
  const widgets = await listWidgetPlacements(scope);
  const { APP_URL } = env();
  const { origin } = new URL(APP_URL);
  const open = widgets.filter(({ closedAt }) => closedAt === null);
  const inline = open.filter(({ rules }) => rules?.mode === 'inline');
  return (
    <Page>
      <PageHeader
        title="Widget"
        actions={
          open.length > 0 ? (
            <a
              href="/widget/test"
              target="_blank"
              rel="noreferrer"
              className={buttonClass({ variant: 'primary' })}
            >
              <ExternalLink aria-hidden="true" className="size-4" />
              Try it on a test page
            </a>
          ) : null
        }
      >
        Asks one question in your own site or app. It weighs less than 4 kB, leaves no cookie and touches
        nothing else on the page.
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Step title="1. Paste the snippet once">
          <p>
            On every page of your site, before <code>&lt;/body&gt;</code> or with a tag manager. It brings
            every widget survey that is open now or later; closing one takes it off your site within five
            minutes.
          </p>
          <CopyText
            label="Snippet for your site"
            text={`<script async src="${APP_URL}/v1/milepost.js?k=${workspace.siteKey}"></script>`}
          />
        </Step>
        <Step title="2. Give inline surveys their place">
          <p>
            A popover needs nothing more. An inline survey is drawn into an element of yours; put it where the
            question belongs.
          </p>
          {inline.length > 0 ? (
            inline.map(({ id, key, surveyTitle }) => (
              <CopyText
                key={id}
                label={`Element for ${surveyTitle}`}
                text={`<div data-milepost-survey="${key}"></div>`}
              />
            ))
          ) : (
            <p className="text-soft">No inline survey is open.</p>
          )}
        </Step>
        <Step title="3. Only if your site sends a Content-Security-Policy">
          <p>Allow these two; styles, images and frames need nothing.</p>
          <CopyText label="To add to the policy" text={`script-src ${origin}; connect-src ${origin}`} />
        </Step>
        <section aria-labelledby="asked" className="flex flex-col gap-3">
          <h2 id="asked" className="text-base font-semibold">
            What the widget asks
          </h2>
          {widgets.length === 0 ? (
            <EmptyState
              icon={CodeXml}
              title="No survey is asked with the widget yet"
              action={
                <Link href="/journeys" className={buttonClass({ variant: 'primary' })}>
                  Open your journeys
                </Link>
              }
            >
              Publish a survey at a touchpoint, then choose “Ask with the widget” on its page.
            </EmptyState>
          ) : (
            <WidgetTable widgets={widgets} />
          )}
        </section>
      </div>
    </Page>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function WidgetTable({ widgets }: { widgets: WidgetPlacementView[] }) {
  return (
    <Table
      label="Widget surveys"
      head={
        <tr>
          <Th>Survey</Th>
          <Th>When it shows</Th>
          <Th>State</Th>
          <Th className="text-right">Answers</Th>
        </tr>
      }
    >
      {widgets.map(({ id, surveyId, surveyTitle, subjectTitle, rules, closedAt, answers }) => (
        <tr key={id}>
          <Td className="min-w-40">
            <Link href={`/surveys/${surveyId}`} className="font-medium underline-offset-2 hover:underline">
              {surveyTitle}
            </Link>
            {subjectTitle ? <div className="text-soft">{subjectTitle}</div> : null}
          </Td>
          <Td className="min-w-56 break-words text-soft">{rules ? describeRules(rules) : ''}</Td>
          <Td>{closedAt ? <Chip tone="quiet">Closed</Chip> : <Chip tone="good">Open</Chip>}</Td>
          <Td className="tabular text-right">{answers.toLocaleString('en')}</Td>
        </tr>
      ))}
    </Table>
  );
}
