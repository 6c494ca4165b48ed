import { Tags } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { listRetiredThemes } from '@/db/queries/themes';
import { dayOf } from '@/lib/clock';
import {
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDay,
  formatPercent,
  formatPeriod,
} from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { givenOf } from '@/lib/insights/rules/address';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import type { ThemeEffect, ThemeView } from '@/lib/voices/model';
import { loadThemes } from '@/lib/voices/views';
import { choicesOf } from '../choices';
import { PeopleFilter } from '../people-filter';
import { UnreadNote } from '../unread-note';
import { type Going, voicesHref } from '../voices-address';
import { VoicesFilter } from '../voices-filter';
import { VoicesNav } from '../voices-nav';
import { RetiredThemes } from './retired-themes';
import { TaughtWords } from './taught-words';
import { ThemeForm } from './theme-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Themes') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What customers talk about: how often, and what those who do scored. */
export default async function ThemesPage({ searchParams }: Asked) {
  const { scope, workspace } = await requireMember();
  const t = await readText();
  const retired = await listRetiredThemes(scope);
  const params = givenOf(await searchParams);
  const view = await loadThemes(scope, params, new Date());
  const { asked, filter, period, views, total, minimumN, withheld } = view;
  const days = { from: params.get('from'), to: params.get('to') };
  const going: Going = { asked, filter: { ...filter, ...days } };
  const mayEdit = may(scope.actor, 'theme.add');
  const compared = views.filter(({ effect }) => effect !== null).length;
  const name = params.get('name') ?? '';
  const phrases = params.getAll('phrase').slice(0, 60);
  return (
    <Page>
      <PageHeader
        title={t('Themes')}
        actions={
          <Link href="/voices/agreement" className={buttonClass()}>
            {t('Check how comments sound')}
          </Link>
        }
      >
        {t('What customers talk about, by the words they use, {period}.', {
          period: formatPeriod(period.from, period.to, t.tongue),
        })}
      </PageHeader>
      <VoicesNav search={voicesHref(going, {}, { path: '' })} />
      <PeopleFilter path="/voices/themes" search={params} {...{ scope, view, t }} />
      <VoicesFilter path="/voices/themes" choices={choicesOf(view, [], t)} asked={asked} />
      <UnreadNote n={view.unread} t={t} />
      {withheld ? (
        <Notice tone="warn">
          {t('Fewer than {minimum} voices fit what you ask of people, so nothing is told of them.', {
            minimum: minimumN,
          })}
        </Notice>
      ) : null}
      {views.length === 0 ? (
        <EmptyState
          icon={Tags}
          title={t('No themes yet')}
          action={
            <Link href="/voices/suggestions" className={buttonClass({ variant: 'primary' })}>
              {t('See suggestions')}
            </Link>
          }
        >
          {t(
            'Name what customers talk about and the words they use for it. Suggestions come from their own comments.',
          )}
        </EmptyState>
      ) : withheld ? null : (
        <>
          <Table
            label={t('Themes')}
            head={
              <tr>
                <Th>{t('Theme')}</Th>
                <Th className="text-right">{t('Voices')}</Th>
                <Th className="text-right" title={t('Share of all voices with its 95 % interval (Wilson)')}>
                  {t('Share')}
                </Th>
                <Th
                  className="text-right"
                  title={t(
                    'Share of the voices whose language can be judged, with its 95 % interval (Wilson)',
                  )}
                >
                  {t('Sounds displeased')}
                </Th>
                <Th>{t('Those who mention it score')}</Th>
              </tr>
            }
          >
            {views.map((theme) => (
              <tr key={theme.id}>
                <Td>
                  <Link
                    href={`/voices/themes/${theme.id}`}
                    className="font-medium underline-offset-2 hover:underline"
                  >
                    {theme.name}
                  </Link>
                  <Checked theme={theme} t={t} />
                </Td>
                <Td className="tabular text-right">
                  <Link
                    href={voicesHref(going, { themeId: theme.id })}
                    className="inline-flex min-h-6 items-center underline underline-offset-2"
                    aria-label={t('{n, plural, one {One voice} other {# voices}} about {name}', {
                      n: theme.n,
                      name: theme.name,
                    })}
                  >
                    {formatCount(theme.n, t.tongue)}
                  </Link>
                </Td>
                <Td className="tabular text-right whitespace-nowrap">
                  <Share
                    share={theme.interval && { value: theme.share ?? 0, ...theme.interval }}
                    enough={total >= minimumN}
                  />
                </Td>
                <Td className="tabular text-right whitespace-nowrap">
                  <Share share={theme.displeased} enough={theme.heard >= minimumN} />
                  {theme.heard < theme.n ? (
                    <span className="block text-xs text-soft">
                      {t('n {n}', { n: formatCount(theme.heard, t.tongue) })}
                    </span>
                  ) : null}
                </Td>
                <Td>
                  <Effect effect={theme.effect} t={t} />
                </Td>
              </tr>
            ))}
          </Table>
          <p className="mt-2 max-w-3xl text-xs text-soft">
            {t(
              'Of {n, plural, one {one voice} other {{count} voices}}. Scores are compared with those who wrote something else, in the metric that mentions come with most; {compared, plural, one {one comparison was} other {# comparisons were}} made, and what stands out does so after the correction of Benjamini and Hochberg. It says what goes together, not why.',
              { n: total, count: formatCount(total, t.tongue), compared },
            )}
          </p>
        </>
      )}
      {mayEdit ? (
        <section className="mt-6 rounded-xl border border-line bg-panel p-5 shadow-card" id="new">
          <h2 className="mb-3 text-base font-semibold">{t('Name a theme')}</h2>
          <ThemeForm key={`${name} ${phrases.join()}`} start={{ name, phrases, exceptions: [] }} />
        </section>
      ) : null}
      {retired.length > 0 ? (
        <div className="mt-4">
          <Disclosure
            title={t('{n, plural, one {One retired theme} other {# retired themes}}', { n: retired.length })}
          >
            <RetiredThemes
              mayRestore={may(scope.actor, 'theme.restore')}
              themes={retired.map(({ id, name: called, phrases: words, retiredAt, into }) => ({
                ...{ id, into, name: called, phrases: words },
                day: formatDay(dayOf(retiredAt, workspace.timeZone), t.tongue),
              }))}
            />
          </Disclosure>
        </div>
      ) : null}
      {view.sentimentWords.length > 0 ? (
        <div className="mt-4">
          <Disclosure title={t('Words that were taught')}>
            <TaughtWords words={view.sentimentWords} mayEdit={mayEdit} />
          </Disclosure>
        </div>
      ) : null}
    </Page>
  );
}

function Share({ share, enough }: { share: ThemeView['displeased']; enough: boolean }) {
  if (!enough || share === null) return '–';
  return (
    <>
      {formatPercent(share.value)}{' '}
      <span className="text-xs text-soft">
        {formatPercent(share.low)} … {formatPercent(share.high)}
      </span>
    </>
  );
}

function Checked({ theme, t }: { theme: ThemeView; t: Translate }) {
  const { right, wrong } = theme.checked;
  if (right + wrong === 0) return null;
  return (
    <p className="tabular text-xs text-soft">
      {t('Looked at by people: {right} of {n} right', { right, n: right + wrong })}
    </p>
  );
}

/** What those who mention it scored against the others: bold where it stands out. */
function Effect({ effect, t }: { effect: ThemeEffect | null; t: Translate }) {
  if (effect === null) return <span className="text-xs text-soft">{t('too few to compare')}</span>;
  const { metric, difference, mention, others, standsOut } = effect;
  const change = formatChange(metric, difference.delta, t.tongue);
  const interval = formatChangeInterval(metric, difference, t.tongue);
  return (
    <span
      className="tabular text-sm"
      title={t('{n} who mention it, {others} who wrote something else; method {method}', {
        n: mention,
        others,
        method: difference.method,
      })}
    >
      <span className={standsOut ? 'font-semibold' : ''}>
        {METRICS[metric].label} {change}
      </span>{' '}
      <span className="text-xs whitespace-nowrap text-soft">{interval}</span>
      <span className="block text-xs text-soft">
        {standsOut
          ? difference.delta < 0
            ? t('lower##of a score')
            : t('higher##of a score')
          : t('too early to tell')}
      </span>
    </span>
  );
}
