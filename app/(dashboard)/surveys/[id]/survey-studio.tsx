'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { createAutosave, type SaveState } from '@/components/survey/autosave';
import { textsOf } from '@/components/survey/content-edits';
import { SurveyStateChip } from '@/components/survey/survey-state';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/errors';
import { metricOf } from '@/lib/scoring/metrics';
import type { SurveyFields, SurveyView } from '@/lib/survey/model';
import { baseLanguage, type SurveyContent } from '@/lib/survey/model/content';
import type { ReasonId } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { changesOf } from '@/lib/survey/rules/changes';
import type { LanguageName, StockTexts } from '@/lib/survey/rules/stock-texts';
import { loadStock, publish, reviewDraft, saveDraft } from '../actions';
import type { Editing } from './editing';
import { FollowUps } from './follow-ups';
import { LanguagesEditor } from './languages-editor';
import { Previews } from './previews';
import { PublishDialog, type Review, type Series } from './publish-dialog';
import { QuestionCard } from './question-card';
import type { Tab } from './tabs';
import { ThanksCard } from './thanks-card';
import { WhenCard } from './when-card';

type Draft = { title: string; content: SurveyContent };
type Refusal = { title: string; errors: FieldError[] };

/** A survey at work: what the author words, in which languages, where and when it is asked, and the preview beside it. */
export function SurveyStudio({
  survey,
  brand,
  timeZone,
  names,
  stock: given,
  fields,
  canEdit,
  startsAt,
  placements,
  versions,
}: {
  survey: SurveyView;
  brand: string;
  timeZone: string;
  names: LanguageName[];
  /** Of every language that the draft offers. */
  stock: StockTexts[];
  fields: SurveyFields;
  canEdit: boolean;
  startsAt: Tab;
  placements: ReactNode;
  versions: ReactNode;
}) {
  const t = useText();
  const router = useRouter();
  const toast = useToast();
  const metric = metricOf(survey.metric);
  const unreachable = t('The server could not be reached.');
  const [draft, setDraft] = useState<Draft>({ title: survey.title, content: survey.draft });
  const [state, setState] = useState<SaveState<Refusal>>({ kind: 'saved' });
  const [revision, setRevision] = useState(0);
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [review, setReview] = useState<Review | null>(null);
  const [tab, setTab] = useState<Tab>(startsAt);
  const [wide, setWide] = useState(false);
  const [seen, setSeen] = useState<Language>(baseLanguage(survey.draft));
  const editor = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLDivElement>(null);

  const { content } = draft;
  const base = baseLanguage(content);
  const language = content.languages.includes(seen) ? seen : base;
  const stock = useStock(survey, content.languages, given);
  // A new first language whose texts are on their way is edited a moment later.
  const first = stock[base] ?? (given[0] as StockTexts);

  const autosave = useMemo(
    () =>
      createAutosave<Draft, Refusal>(async (value) => {
        const result = await saveDraft({ id: survey.id, ...value }).catch(() => null);
        if (!result) return { title: unreachable, errors: [] };
        if (!result.ok) return { title: result.problem.title, errors: result.problem.errors ?? [] };
        setRevision((before) => before + 1);
        return null;
      }, setState),
    [survey.id, unreachable],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!autosave.isSaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
      autosave.flush();
    };
  }, [autosave]);

  // Once it is published for the first time, the next step comes forward: getting the link.
  const published = useRef(survey.version);
  useEffect(() => {
    if (published.current === survey.version) return;
    const firstTime = published.current === null;
    published.current = survey.version;
    if (!firstTime) return;
    setTab('asked');
    requestAnimationFrame(() => asked.current?.focus());
  }, [survey.version]);

  function open(next: Tab) {
    setTab(next);
    history.replaceState(null, '', `?tab=${next}`);
  }

  function change(next: Draft) {
    setDraft(next);
    setFaults([]);
    setRefusal(null);
    autosave.change(next);
  }

  /** Publishes at once where nobody would meet a change; else shows first what it changes. */
  async function begin() {
    setBusy(true);
    setRefusal(null);
    const saved = await autosave.flush();
    const found = saved ? await reviewDraft(survey.id).catch(() => null) : undefined;
    setBusy(false);
    if (found === undefined) return;
    if (found === null || !found.ok)
      return setRefusal(found?.problem.title ?? t('The server could not be reached. Try again.'));
    if (found.value.faults.length > 0) return showFaults(found.value.faults);
    const newest = survey.versions[0];
    if (newest) return setReview({ changes: changesOf(newest.content, content), broken: found.value.broken });
    setBusy(true);
    const why = await publishNow(undefined);
    setBusy(false);
    setRefusal(why);
  }

  async function publishNow(series: Series | undefined): Promise<string | null> {
    const result = await publish({ id: survey.id, ...(series ? { series } : {}) }).catch(() => null);
    if (!result) return t('The server could not be reached. It was not published; try again.');
    if (!result.ok) {
      showFaults(result.problem.errors ?? []);
      return result.problem.title;
    }
    router.refresh();
    toast(t('Version {version} is published.', { version: result.value.version }));
    return null;
  }

  /** Leads to the first field that has to be corrected, wherever it is. */
  function showFaults(found: readonly FieldError[]) {
    setFaults([...found]);
    const path = found[0]?.path;
    if (path === undefined) return;
    const tag = /^content\.texts\.([^.]+)/.exec(path)?.[1] as Language | undefined;
    if (tag && tag !== base) {
      open('languages');
      setSeen(tag);
    } else open('question');
    setTimeout(() => {
      const fields = editor.current?.querySelectorAll<HTMLElement>(`[name="${CSS.escape(path)}"]`) ?? [];
      [...fields].find((field) => field.checkVisibility())?.focus();
    }, 50);
  }

  const errors = [...faults, ...(state.kind === 'failed' ? state.refusal.errors : [])];
  const newest = survey.versions[0];
  const editing: Editing = {
    published: newest?.content ?? null,
    ...{ metric, content, first, stock, names, fields, canEdit },
    change: (next) => change({ ...draft, content: next }),
    errorOf: (path) => errors.find((one) => one.path === path)?.message,
  };

  const changes = newest ? changesOf(newest.content, content) : [];
  const breaks =
    survey.answers > 0 &&
    changes.some((one) => one.kind === 'text' && one.path === 'topic' && one.tag === base);
  const nameOf = (tag: Language) => names.find((one) => one.tag === tag)?.name ?? tag;
  const reasonOf = (id: string) =>
    first.reasons.labels[id as ReasonId] ??
    (textsOf(content, base).reasons[id] || newest?.content.texts[base]?.reasons[id] || id);
  const subject = survey.subject;

  return (
    <Page wide>
      <PageHeader
        title={draft.title.trim() || t('Untitled survey')}
        crumbs={[
          { href: '/surveys', label: t('Surveys') },
          ...(subject
            ? [
                {
                  href: `/journeys/${subject.journeyId}${subject.touchpointId ? `?touchpoint=${subject.touchpointId}` : ''}`,
                  label: subject.title,
                },
              ]
            : []),
        ]}
      >
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone="quiet">{metric.name}</Chip>
          <SurveyStateChip survey={survey} t={t} timeZone={timeZone} />
          {newest ? <Chip tone="quiet">{t('Version {version}', { version: newest.version })}</Chip> : null}
          {changes.length > 0 ? <Chip tone="warn">{t('Changes not published')}</Chip> : null}
          {newest ? (
            <span className="tabular text-sm">
              {t('{n, plural, =0 {No answers yet} one {# answer} other {# answers}}', { n: survey.answers })}
            </span>
          ) : null}
        </span>
      </PageHeader>
      <div className={`grid items-start gap-5 ${wide ? '' : 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]'}`}>
        <div className="flex min-w-0 flex-col" ref={editor}>
          <Tabs.Root value={tab} onValueChange={(next) => open(next as Tab)}>
            <Tabs.List
              aria-label={t('Parts of the survey')}
              className="mb-4 flex gap-1 overflow-x-auto border-b border-line"
            >
              <TabName value="question">{t('Question')}</TabName>
              <TabName value="languages">
                {t('Languages')} <span className="tabular text-soft">{content.languages.length}</span>
              </TabName>
              <TabName value="asked">{t('Where and when')}</TabName>
              {newest ? <TabName value="versions">{t('Versions')}</TabName> : null}
            </Tabs.List>
            <Panel value="question">
              <QuestionCard
                editing={editing}
                brand={brand}
                title={draft.title}
                rename={(title) => change({ ...draft, title })}
                breaks={breaks}
              />
              <FollowUps editing={editing} />
              <ThanksCard editing={editing} subject={subject} />
            </Panel>
            <Panel value="languages">
              <LanguagesEditor
                editing={editing}
                surveyTitle={draft.title}
                chosen={language}
                choose={setSeen}
              />
            </Panel>
            <Panel value="asked">
              {newest ? (
                <div ref={asked} tabIndex={-1} className="scroll-mt-4 rounded-xl">
                  {placements}
                </div>
              ) : (
                <Notice>
                  {t('Publish the survey first: then you get its link, its mail and its widget here.')}
                </Notice>
              )}
              <WhenCard survey={survey} timeZone={timeZone} canEdit={canEdit} />
            </Panel>
            {newest ? <Panel value="versions">{versions}</Panel> : null}
          </Tabs.Root>
          {canEdit ? (
            <div className="sticky bottom-2 z-10 mt-5 flex flex-wrap items-center gap-3 rounded-xl border border-line bg-head px-4 py-2.5 shadow-pop">
              {refusal ? (
                <Notice tone="bad" live>
                  {refusal}
                </Notice>
              ) : null}
              {faults.length > 0 ? (
                <p role="alert" className="text-sm text-bad">
                  {t(
                    '{n, plural, one {One thing has to be corrected first.} other {# things have to be corrected first.}}',
                    {
                      n: faults.length,
                    },
                  )}
                </p>
              ) : null}
              <div className="ml-auto">
                <SaveLine state={state} retry={autosave.flush} />
              </div>
              <Button
                variant={newest && changes.length === 0 ? 'secondary' : 'primary'}
                disabled={busy || (newest !== undefined && changes.length === 0)}
                aria-busy={busy}
                onClick={begin}
              >
                {!newest ? t('Publish') : changes.length > 0 ? t('Publish the changes') : t('Published')}
              </Button>
            </div>
          ) : (
            <p className="mt-5 text-sm text-soft">
              {t('Viewers see a survey and its answers; editors change it.')}
            </p>
          )}
        </div>
        <div
          className={
            wide
              ? 'min-w-0 lg:order-first'
              : 'min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto'
          }
        >
          <Previews
            surveyId={survey.id}
            revision={revision}
            editing={editing}
            language={language}
            chooseLanguage={setSeen}
            wide={wide}
            setWide={setWide}
          />
        </div>
      </div>
      <PublishDialog
        review={review}
        onClose={() => setReview(null)}
        onPublish={publishNow}
        metric={metric}
        answers={survey.answers}
        version={(survey.version ?? 0) + 1}
        nameOf={nameOf}
        reasonOf={reasonOf}
      />
    </Page>
  );
}

/** The stock texts of all offered languages; those of one that is added are fetched. */
function useStock(
  survey: SurveyView,
  languages: readonly Language[],
  given: readonly StockTexts[],
): Partial<Record<Language, StockTexts>> {
  const [stock, setStock] = useState(() => byTag(given));
  const wanted = languages.filter((tag) => !stock[tag]).join(' ');
  useEffect(() => {
    if (wanted === '') return;
    let left = false;
    loadStock({ metric: survey.metric, languages: wanted.split(' ') as Language[] })
      .then((result) => {
        if (!left && result.ok) setStock((before) => ({ ...before, ...byTag(result.value) }));
      })
      // Without them the language can still be offered; its texts are asked for again with the next change.
      .catch(() => {});
    return () => {
      left = true;
    };
  }, [wanted, survey.metric]);
  return stock;
}

const byTag = (all: readonly StockTexts[]): Partial<Record<Language, StockTexts>> =>
  Object.fromEntries(all.map((one) => [one.tag, one]));

function TabName({ value, children }: { value: Tab; children: ReactNode }) {
  return (
    <Tabs.Trigger
      value={value}
      className="-mb-px min-h-11 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-soft data-[state=active]:border-ink data-[state=active]:text-ink"
    >
      {children}
    </Tabs.Trigger>
  );
}

/** Stays in the page while another one is open, so that nothing typed is lost. */
function Panel({ value, children }: { value: Tab; children: ReactNode }) {
  return (
    <Tabs.Content
      value={value}
      forceMount
      className="flex flex-col gap-5 outline-none data-[state=inactive]:hidden"
    >
      {children}
    </Tabs.Content>
  );
}

function SaveLine({ state, retry }: { state: SaveState<Refusal>; retry: () => void }) {
  const t = useText();
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span role="status" className={state.kind === 'failed' ? 'text-bad' : 'text-soft'}>
        {state.kind === 'saved' && t('Draft saved')}
        {state.kind === 'unsaved' && t('Unsaved changes')}
        {state.kind === 'saving' && t('Saving…')}
        {state.kind === 'failed' && t('Not saved. {reason}', { reason: state.refusal.title })}
      </span>
      {state.kind === 'failed' ? (
        <Button size="small" onClick={() => retry()}>
          {t('Try again')}
        </Button>
      ) : null}
    </div>
  );
}
