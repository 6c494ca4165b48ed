import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listImprovements } from '@/db/queries/improvements';
import { findTheme, listThemes } from '@/db/queries/themes';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import { isOpen } from '@/lib/improvements/rules/state';
import { UseInImprovement } from '../../../improvements/use-in-improvement';
import { ThemeForm } from '../theme-form';
import { MergeForm } from './merge-form';
import { RetireTheme } from './retire-theme';
import { SplitForm } from './split-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Theme') };
}

type Asked = { params: Promise<{ id: string }> };

/** One theme: its words, and how to merge, split or delete it. */
export default async function ThemePage({ params }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const { id } = await params;
  const theme = isUuid(id) ? await findTheme(scope, id) : null;
  if (!theme) notFound();
  if (theme.mergedIntoId) redirect(`/voices/themes/${theme.mergedIntoId}`);
  if (theme.retiredAt) redirect('/voices/themes');
  const others = (await listThemes(scope)).filter((one) => one.id !== id);
  const improvements = (await listImprovements(scope)).filter(isOpen);
  const mayEdit = may(scope.actor, 'theme.edit');
  return (
    <Page>
      <PageHeader
        title={theme.name}
        crumbs={[
          { href: '/voices', label: t('Voices') },
          { href: '/voices/themes', label: t('Themes') },
        ]}
        actions={
          <>
            <Link href={`/voices/agreement?theme=${id}`} className={buttonClass()}>
              {t('Check agreement')}
            </Link>
            <Link href={`/voices?theme=${id}`} className={buttonClass()}>
              {t('See its voices')}
            </Link>
          </>
        }
      />
      <section className="rounded-xl border border-line bg-panel p-5 shadow-card">
        {mayEdit ? (
          <ThemeForm key={theme.phrases.join()} id={id} start={theme} />
        ) : (
          <>
            <h2 className="mb-2 text-sm font-semibold">{t('Its words')}</h2>
            <p className="text-sm">{theme.phrases.join(', ')}</p>
            {theme.exceptions.length > 0 ? (
              <p className="mt-2 text-sm text-soft">
                {t('Not where it says {words}.', { words: theme.exceptions.join(', ') })}
              </p>
            ) : null}
          </>
        )}
      </section>
      {may(scope.actor, 'improvement.link') ? (
        <section
          aria-labelledby="improve-title"
          className="mt-4 rounded-xl border border-line bg-panel p-5 shadow-card"
        >
          <h2 id="improve-title" className="mb-2 text-sm font-semibold">
            {t('Evidence of an improvement')}
          </h2>
          <UseInImprovement
            improvements={improvements.map((one) => ({ id: one.id, title: one.title }))}
            from={{ themeId: id }}
          />
        </section>
      ) : null}
      {mayEdit ? (
        <div className="mt-4 flex flex-col gap-3">
          {others.length > 0 ? (
            <Disclosure title={t('Merge into another theme')}>
              <MergeForm id={id} others={others.map((one) => ({ id: one.id, name: one.name }))} />
            </Disclosure>
          ) : null}
          {theme.phrases.length > 1 ? (
            <Disclosure title={t('Split in two')}>
              <SplitForm id={id} phrases={theme.phrases} />
            </Disclosure>
          ) : null}
          <div>
            <RetireTheme id={id} />
          </div>
        </div>
      ) : null}
    </Page>
  );
}
