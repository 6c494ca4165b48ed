'use client';

import { Lock } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { createAutosave, type SaveState } from '@/components/survey/autosave';
import { METRIC_PURPOSES } from '@/components/survey/metric-purposes';
import { scoreRange } from '@/components/survey/score-range';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { useToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/errors';
import { type Metric, metricOf } from '@/lib/scoring/metrics';
import type { SurveyView } from '@/lib/survey/model';
import { baseLanguage, type LocalTexts, NO_TEXTS, type SurveyContent } from '@/lib/survey/model/content';
import type { StockTexts } from '@/lib/survey/rules/stock-texts';
import { publish, saveDraft } from '../actions';
import { Preview } from './preview';

type Draft = { title: string; content: SurveyContent };
type Refusal = { title: string; errors: FieldError[] };

const UNREACHABLE: Refusal = { title: 'The server could not be reached.', errors: [] };

/** A survey at work: what is locked, what the author words, the preview beside it, and where it is asked. */
export function SurveyStudio({
  survey,
  brand,
  stock,
  canEdit,
  placements,
  versions,
}: {
  survey: SurveyView;
  brand: string;
  stock: StockTexts;
  canEdit: boolean;
  placements: ReactNode;
  versions: ReactNode;
}) {
  const router = useRouter();
  const toast = useToast();
  const metric = metricOf(survey.metric);
  const [draft, setDraft] = useState<Draft>({ title: survey.title, content: survey.draft });
  const [state, setState] = useState<SaveState<Refusal>>({ kind: 'saved' });
  const [revision, setRevision] = useState(0);
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const asking = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);

  const autosave = useMemo(
    () =>
      createAutosave<Draft, Refusal>(async (value) => {
        const result = await saveDraft({ id: survey.id, ...value }).catch(() => null);
        if (!result) return UNREACHABLE;
        if (!result.ok) return { title: result.problem.title, errors: result.problem.errors ?? [] };
        setRevision((before) => before + 1);
        return null;
      }, setState),
    [survey.id],
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

  // Once it is published, the next step stands above: getting the link.
  const published = useRef(survey.version);
  useEffect(() => {
    if (published.current === survey.version) return;
    published.current = survey.version;
    asking.current?.focus({ preventScroll: true });
    asking.current?.scrollIntoView({ block: 'nearest' });
  }, [survey.version]);

  function change(next: Draft) {
    setDraft(next);
    setFaults([]);
    setRefusal(null);
    autosave.change(next);
  }

  const language = baseLanguage(draft.content);
  const texts = draft.content.texts[language] ?? NO_TEXTS;
  const changeContent = (part: Partial<LocalTexts>) =>
    change({
      ...draft,
      content: { ...draft.content, texts: { ...draft.content.texts, [language]: { ...texts, ...part } } },
    });

  async function publishNow() {
    setPublishing(true);
    setRefusal(null);
    const result = (await autosave.flush()) ? await publish({ id: survey.id }).catch(() => null) : undefined;
    setPublishing(false);
    if (result === undefined) return;
    if (result === null) return setRefusal(`${UNREACHABLE.title} It was not published; try again.`);
    if (!result.ok) {
      showFaults(result.problem.errors ?? []);
      return setRefusal(result.problem.title);
    }
    router.refresh();
    toast(`Version ${result.value.version} is published.`);
  }

  function showFaults(found: FieldError[]) {
    setFaults(found);
    const field = found[0]?.path.split('.').at(-1);
    form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  const errorOf = (path: string) =>
    [...faults, ...(state.kind === 'failed' ? state.refusal.errors : [])].find((one) => one.path === path)
      ?.message;

  const newest = survey.versions[0];
  const changed = !newest || !sameContent(newest.content, draft.content);
  const subject = survey.subject;
  const back = subject
    ? `/journeys/${subject.journeyId}${subject.touchpointId ? `?touchpoint=${subject.touchpointId}` : ''}`
    : '/journeys';

  return (
    <Page wide>
      <PageHeader
        title={draft.title.trim() || 'Untitled survey'}
        crumbs={[
          { href: '/journeys', label: 'Journeys' },
          ...(subject ? [{ href: back, label: subject.title }] : []),
        ]}
      >
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone="quiet">{metric.name}</Chip>
          {newest ? (
            <Chip tone="good">Version {newest.version} published</Chip>
          ) : (
            <Chip tone="warn">Draft: nobody is asked yet</Chip>
          )}
          {newest && changed ? <Chip tone="warn">Changes not published</Chip> : null}
        </span>
      </PageHeader>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_26.5rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {newest ? (
            <div ref={asking} tabIndex={-1} className="scroll-mt-4 rounded-xl">
              {placements}
            </div>
          ) : null}
          <section aria-labelledby="question" className="rounded-xl border border-line bg-panel">
            <div ref={form} className="flex flex-col gap-5 p-4 sm:p-5">
              <h2 id="question" className="text-base font-semibold">
                The question
              </h2>
              <Locked metric={metric} brand={brand} stock={stock} />
              {stock.topic ? (
                <TextField
                  label="What it is about"
                  name="topic"
                  value={texts.topic}
                  placeholder={stock.topic.example}
                  hint={`${stock.topic.form}, like “${stock.topic.example}”.`}
                  error={errorOf(`content.texts.${language}.topic`)}
                  maxLength={120}
                  disabled={!canEdit}
                  lang={language}
                  onChange={(event) => changeContent({ topic: event.target.value })}
                />
              ) : null}
              <fieldset className="flex flex-col gap-3">
                <legend className="mb-1 text-sm font-medium">The open question after it, by score</legend>
                <p className="text-xs text-soft">Leave a field empty to ask what stands in it.</p>
                {metric.groups.map(({ id }, place) => (
                  <TextField
                    key={id}
                    label={`After ${scoreRange(metric, place, 'en')}`}
                    name={id}
                    value={texts.why[id]}
                    placeholder={stock.why[id]}
                    error={errorOf(`content.why.${id}`)}
                    maxLength={200}
                    disabled={!canEdit}
                    lang={language}
                    onChange={(event) => changeContent({ why: { ...texts.why, [id]: event.target.value } })}
                  />
                ))}
              </fieldset>
              <TextField
                label="After “Thank you!”"
                name="thanks"
                value={texts.thanks.high}
                placeholder={stock.thanks}
                error={errorOf('content.thanks')}
                maxLength={200}
                disabled={!canEdit}
                lang={language}
                onChange={(event) =>
                  changeContent({
                    thanks: { low: event.target.value, middle: event.target.value, high: event.target.value },
                  })
                }
              />
              <TextField
                label="Name of the survey"
                name="title"
                value={draft.title}
                hint="Only your team sees it."
                error={errorOf('title')}
                maxLength={80}
                disabled={!canEdit}
                onChange={(event) => change({ ...draft, title: event.target.value })}
              />
            </div>
            {canEdit ? (
              <div className="sticky bottom-0 flex flex-wrap items-center gap-3 rounded-b-xl border-t border-line bg-head px-4 py-3 sm:px-5">
                {refusal ? (
                  <Notice tone="bad" live>
                    {refusal}
                  </Notice>
                ) : null}
                <div className="ml-auto">
                  <SaveLine state={state} retry={autosave.flush} />
                </div>
                <Button
                  variant={newest && !changed ? 'secondary' : 'primary'}
                  disabled={publishing || (newest !== undefined && !changed)}
                  aria-busy={publishing}
                  onClick={publishNow}
                >
                  {publishing
                    ? 'Publishing…'
                    : !newest
                      ? 'Publish'
                      : changed
                        ? 'Publish the changes'
                        : 'Published'}
                </Button>
              </div>
            ) : (
              <p className="border-t border-line px-4 py-3 text-sm text-soft sm:px-5">
                Viewers see a survey and its answers; editors change it.
              </p>
            )}
          </section>
          {versions}
        </div>
        <Preview
          surveyId={survey.id}
          revision={revision}
          example={stock.topic && texts.topic.trim() === '' ? stock.topic.example : null}
        />
      </div>
    </Page>
  );
}

/** What the author cannot change, and why. */
function Locked({ metric, brand, stock }: { metric: Metric; brand: string; stock: StockTexts }) {
  const { question, low, high, points, tag: language } = stock;
  const { min, max } = metric.scale;
  const [before = '', after] = question.split('{topic}').map((part) => part.split('{name}').join(brand));
  return (
    <div className="rounded-lg bg-sunk p-3.5 text-sm">
      <p className="flex items-center gap-2 text-xs font-medium text-soft">
        <Lock aria-hidden="true" className="size-3.5" />
        Locked: {metric.name}, wording {metric.wordingId}, scored as {metric.formula}
      </p>
      <p lang={language} className="mt-2 font-medium break-words">
        {before}
        {after === undefined ? null : (
          <>
            <span className="rounded-sm border-b-2 border-dashed border-field px-1 text-soft">
              what it is about
            </span>
            {after}
          </>
        )}
      </p>
      <p lang={language} className="mt-1 text-soft">
        {metric.faces ? points.join(' · ') : `${min} ${low} … ${max} ${high}`}
      </p>
      <p className="mt-2 text-xs text-soft">
        {METRIC_PURPOSES[metric.id as keyof typeof METRIC_PURPOSES]} Wording and scale stay as they are, so
        that answers can be compared over time, between touchpoints and with others.
      </p>
    </div>
  );
}

function SaveLine({ state, retry }: { state: SaveState<Refusal>; retry: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span role="status" className={state.kind === 'failed' ? 'text-bad' : 'text-soft'}>
        {state.kind === 'saved' && 'Draft saved'}
        {state.kind === 'unsaved' && 'Unsaved changes'}
        {state.kind === 'saving' && 'Saving…'}
        {state.kind === 'failed' && `Not saved. ${state.refusal.title}`}
      </span>
      {state.kind === 'failed' ? (
        <Button size="small" onClick={() => retry()}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

const sameContent = (one: SurveyContent, other: SurveyContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
