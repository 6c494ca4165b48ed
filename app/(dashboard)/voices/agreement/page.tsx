import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { dayOf } from '@/lib/clock';
import { isAppError } from '@/lib/errors';
import { formatDay, formatPercent } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { A_DRAW } from '@/lib/voices/model/agreement';
import { loadChecks } from '@/lib/voices/views/agreement';
import { BeginForm } from './begin-form';
import { kappaText } from './kappa-text';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Agreement check') };
}

type Asked = { searchParams: Promise<{ theme?: string | string[] }> };

/** How far the machine and people agree about a theme, or about how comments sound: past checks, and a new one. */
export default async function AgreementPage({ searchParams }: Asked) {
  const { scope, workspace } = await requireMember();
  const t = await readText();
  const { theme: asked } = await searchParams;
  const themeId = typeof asked === 'string' && asked !== '' ? asked : null;
  const view = await loadChecks(scope, themeId).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const { theme, checks } = view;
  return (
    <Page>
      <PageHeader
        title={
          theme ? t('Agreement on “{theme}”', { theme: theme.name }) : t('Agreement on how comments sound')
        }
        crumbs={[
          { href: '/voices', label: t('Voices') },
          { href: '/voices/themes', label: t('Themes') },
          ...(theme ? [{ href: `/voices/themes/${theme.id}`, label: theme.name }] : []),
        ]}
      >
        {t(
          'Judge {n} comments drawn by chance, without seeing what the machine read in them. Then see how often you agree, and how much of that is more than chance.',
          { n: A_DRAW },
        )}
      </PageHeader>
      {checks.length > 0 ? (
        <Table
          label={t('Checks')}
          head={
            <tr>
              <Th>{t('Begun')}</Th>
              <Th>{t('By##a member')}</Th>
              <Th className="text-right">{t('Judged##of comments')}</Th>
              <Th className="text-right">{t('Agree')}</Th>
              <Th className="text-right">{t('Cohen’s κ')}</Th>
            </tr>
          }
        >
          {checks.map((check) => (
            <tr key={check.id} className="tabular">
              <Td>
                <Link
                  href={`/voices/agreement/${check.id}`}
                  className="inline-flex min-h-6 items-center font-medium underline underline-offset-2"
                >
                  {formatDay(dayOf(check.startedAt, workspace.timeZone), t.tongue)}
                </Link>
              </Td>
              <Td>{check.startedByName ?? t('somebody who left')}</Td>
              <Td className="text-right whitespace-nowrap">
                {t('{judged} of {drawn}', { judged: String(check.judged), drawn: String(check.drawn) })}
              </Td>
              <Td className="text-right">
                {check.result?.agreement ? formatPercent(check.result.agreement.share) : '–'}
              </Td>
              <Td className="text-right whitespace-nowrap">
                {check.result?.kappa ? kappaText(check.result.kappa, t.tongue) : '–'}
              </Td>
            </tr>
          ))}
        </Table>
      ) : null}
      {may(scope.actor, 'agreement.begin') ? (
        <section className="mt-5 flex flex-col gap-3 rounded-xl border border-line bg-panel p-5 shadow-card">
          <h2 className="text-base font-semibold">
            {checks.length > 0 ? t('Another check') : t('The first check')}
          </h2>
          <p className="max-w-prose text-sm text-soft">
            {t(
              'What you say counts for these comments from then on, whatever the machine reads in them. Comments that somebody has judged before are not drawn.',
            )}
          </p>
          <BeginForm
            themeId={themeId}
            button={t('Draw {n} comments', { n: A_DRAW })}
            pendingText={t('Drawing…##comments')}
          />
        </section>
      ) : checks.length === 0 ? (
        <p className="text-sm text-soft">{t('Nobody has checked it yet. Ask an editor to.')}</p>
      ) : null}
    </Page>
  );
}
