import { Hourglass } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { isAppError } from '@/lib/errors';
import { formatCount, formatPercent } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import type { Translate } from '@/lib/translate';
import { A_DRAW, type AgreementView, type Judgement, MOST_JUDGED } from '@/lib/voices/model/agreement';
import { kappaWords } from '@/lib/voices/rules/agreement';
import { loadCheck, type OpenCheckView } from '@/lib/voices/views/agreement';
import { BeginForm } from '../begin-form';
import { kappaText } from '../kappa-text';
import { JUDGEMENT_WORDS } from '../words';
import { JudgeForm } from './judge-form';
import { Teach } from './teach';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Agreement check') };
}

type Asked = { params: Promise<{ id: string }> };

/** One check: comment after comment to judge, and once all were, how far machine and member agree. */
export default async function CheckPage({ params }: Asked) {
  const { scope, user } = await requireMember();
  const t = await readText();
  const check = await loadCheck(scope, (await params).id).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const { themeId, themeName, next, drawn, judged, result, answers } = check;
  const mine = check.startedBy === user.id && may(scope.actor, 'agreement.judge');
  const all = themeId ? `/voices/agreement?theme=${themeId}` : '/voices/agreement';
  return (
    <Page>
      <PageHeader
        title={
          result
            ? themeName
              ? t('Agreement on “{theme}”', { theme: themeName })
              : t('Agreement on how comments sound')
            : themeName
              ? t('Is it about “{theme}”?', { theme: themeName })
              : t('How does it sound?')
        }
        crumbs={[
          { href: '/voices', label: t('Voices') },
          { href: '/voices/themes', label: t('Themes') },
          { href: all, label: t('Agreement checks') },
        ]}
      >
        {result
          ? t('{n, plural, one {One comment} other {# comments}} drawn by chance, judged by {name}.', {
              n: judged,
              name: check.startedByName ?? t('somebody who left'),
            })
          : t('Judge by the words alone. What the machine read in them is shown at the end.')}
      </PageHeader>
      {result ? (
        <Result check={check} result={result} mine={mine} t={t} />
      ) : next && mine ? (
        <JudgeForm
          checkId={check.id}
          voiceId={next.voiceId}
          text={next.text}
          answers={answers}
          place={t('{n} of {all}', { n: String(judged + 1), all: String(drawn) })}
        />
      ) : (
        <EmptyState
          icon={Hourglass}
          title={t('Not all comments are judged yet')}
          action={
            <Link href={all} className={buttonClass()}>
              {t('All checks')}
            </Link>
          }
        >
          {t('{judged} of {drawn} are. The result appears once {name} has judged the others.', {
            judged: String(judged),
            drawn: String(drawn),
            name: check.startedByName ?? t('somebody who left'),
          })}
        </EmptyState>
      )}
    </Page>
  );
}

function Result({
  check,
  result,
  mine,
  t,
}: {
  check: OpenCheckView;
  result: AgreementView;
  mine: boolean;
  t: Translate;
}) {
  const { agreement, kappa } = result;
  const { differing, themeId } = check;
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid gap-4 sm:grid-cols-2">
        <Figure
          name={t('You and the machine agree')}
          value={agreement ? formatPercent(agreement.share) : '–'}
          more={
            agreement
              ? t('{agree} of {n}; 95 % interval {low} … {high} (Wilson)', {
                  agree: String(result.agree),
                  n: String(result.n),
                  low: formatPercent(agreement.low),
                  high: formatPercent(agreement.high),
                })
              : t('Nothing was judged.')
          }
        />
        <Figure
          name={t('Cohen’s κ, 95 % interval')}
          value={kappa ? kappaText(kappa, t.tongue) : '–'}
          more={
            kappa
              ? t(
                  '{words}. By chance alone you would agree on {share}; κ is how much of the rest you agree on: 0 is chance, 1 is always. Interval by Fleiss, Cohen and Everitt, widened for small samples.',
                  { words: sentence(t(kappaWords(kappa.kappa))), share: formatPercent(kappa.byChance) },
                )
              : t('You both gave one answer only, so nothing can be told from chance. Judge more comments.')
          }
        />
      </dl>
      <section className="flex flex-col gap-2">
        <h2 className="text-base font-semibold">{t('Where the machine is right')}</h2>
        <Table
          label={t('Where the machine is right')}
          head={
            <tr>
              <Th>{t('Answer##of a check')}</Th>
              <Th className="text-right">{t('Machine said so')}</Th>
              <Th className="text-right">{t('and was right (precision)')}</Th>
              <Th className="text-right">{t('You said so')}</Th>
              <Th className="text-right">{t('and it was found (recall)')}</Th>
            </tr>
          }
        >
          {result.rightness.map(({ answer, given, precision, meant, recall }) => (
            <tr key={answer} className="tabular">
              <Td>{t(JUDGEMENT_WORDS[answer])}</Td>
              <Td className="text-right">{formatCount(given, t.tongue)}</Td>
              <Td className="text-right whitespace-nowrap">
                <Share of={precision} minimumN={check.minimumN} t={t} />
              </Td>
              <Td className="text-right">{formatCount(meant, t.tongue)}</Td>
              <Td className="text-right whitespace-nowrap">
                <Share of={recall} minimumN={check.minimumN} t={t} />
              </Td>
            </tr>
          ))}
        </Table>
      </section>
      {differing.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-base font-semibold">{t('Where you see it differently')}</h2>
          <p className="text-sm text-soft">
            {t('What you said counts for these comments. Teach a word, and later ones follow.')}
          </p>
          <ul className="divide-y divide-line rounded-xl border border-line bg-panel">
            {differing.map(({ voiceId, text, machine, member }) => (
              <li key={voiceId} className="flex flex-col gap-1.5 px-4 py-3">
                <blockquote className="text-sm break-words whitespace-pre-line">
                  {text === '' ? t('Held back at the moment') : text}
                </blockquote>
                <p className="text-xs text-soft">
                  {t('Machine: {machine}. You: {member}.', {
                    machine: t(JUDGEMENT_WORDS[machine]),
                    member: t(JUDGEMENT_WORDS[member as Judgement]),
                  })}
                </p>
                {mine && member && text !== '' ? (
                  <div className="-mx-1">
                    <Teach {...{ voiceId, text, member, themeId }} />
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : result.n > 0 ? (
        <p className="text-sm">{t('You and the machine said the same of every comment.')}</p>
      ) : null}
      {mine && check.drawn < MOST_JUDGED ? (
        <section className="flex flex-col gap-2">
          <p className="max-w-prose text-sm text-soft">
            {t('More comments narrow the intervals, and tell of rare answers too.')}
          </p>
          <BeginForm
            checkId={check.id}
            button={t('Judge {n} more', { n: A_DRAW })}
            pendingText={t('Drawing…##comments')}
          />
        </section>
      ) : null}
    </div>
  );
}

function Figure({ name, value, more }: { name: string; value: string; more: string }) {
  return (
    <div className="rounded-xl border border-line bg-panel p-5 shadow-card">
      <dt className="text-sm text-soft">{name}</dt>
      <dd>
        <span className="tabular text-2xl font-bold">{value}</span>
        <span className="mt-1 block text-sm">{more}</span>
      </dd>
    </div>
  );
}

function Share({
  of: share,
  minimumN,
  t,
}: {
  of: { share: number; low: number; high: number } | null;
  minimumN: number;
  t: Translate;
}) {
  if (share === null) {
    return <span className="text-xs text-soft">{t('fewer than {minimum}', { minimum: minimumN })}</span>;
  }
  return (
    <>
      {formatPercent(share.share)}{' '}
      <span className="text-xs text-soft">
        {formatPercent(share.low)} … {formatPercent(share.high)}
      </span>
    </>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
