import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { linkAddress } from '@/app/(dashboard)/surveys/[id]/link-address';
import { buttonClass } from '@/components/ui/button';
import { isAppError } from '@/lib/errors';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { metricOf } from '@/lib/scoring/metrics';
import { chooseLanguage } from '@/lib/survey/rules/languages';
import { questionView } from '@/lib/survey/rules/question-view';
import { PrintButton } from './print-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Poster') };
}

const SIZES = ['a5', 'a4'] as const;
const SHEETS = { a5: 'sheet-a5', a4: 'sheet-a4' };

type Asked = {
  params: Promise<{ id: string; placementId: string }>;
  searchParams: Promise<{ size?: string | string[]; l?: string | string[] }>;
};

/** A sheet to hang up or lay out: the question, the QR code of its link and the address to type. */
export default async function Poster({ params, searchParams }: Asked) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { id, placementId } = await params;
  const asked = await searchParams;
  const { survey, address } = await linkAddress(scope, id, placementId).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const content = survey.versions[0]?.content;
  if (!content) notFound();
  const size = SIZES.find((one) => one === asked.size) ?? 'a5';
  const question = questionView({
    key: '',
    metric: metricOf(survey.metric),
    content,
    brand: workspace.brand,
    privacyUrl: null,
    language: chooseLanguage(content.languages, [String(asked.l ?? '')]),
    known: { touchpoint: survey.subject?.title ?? '' },
  });
  const hrefOf = (part: { size?: string; l?: string }) =>
    `?${new URLSearchParams({ size, l: question.language, ...part })}`;
  return (
    <main id="main" className="mx-auto flex max-w-4xl flex-col items-center gap-5 px-4 py-5 print:p-0">
      <h1 className="sr-only">{t('Poster of {survey}', { survey: survey.title })}</h1>
      <nav
        aria-label={t('Poster')}
        className="no-print flex w-full flex-wrap items-center justify-between gap-3 text-sm"
      >
        <Link href={`/surveys/${id}`} className={buttonClass({ variant: 'quiet' })}>
          {t('Back to the survey')}
        </Link>
        <div className="flex flex-wrap items-center gap-2">
          {SIZES.map((one) => (
            <Choice key={one} href={hrefOf({ size: one })} current={one === size}>
              {one.toUpperCase()}
            </Choice>
          ))}
          <PrintButton />
        </div>
      </nav>
      {question.languages.length > 1 ? (
        <nav aria-label={t('Language')} className="no-print flex w-full flex-wrap gap-2">
          {question.languages.map(({ tag, name }) => (
            <Choice key={tag} href={hrefOf({ l: tag })} current={tag === question.language}>
              <span lang={tag}>{name}</span>
            </Choice>
          ))}
        </nav>
      ) : null}
      <article
        lang={question.language}
        dir={question.dir}
        className={`@container w-full shadow-pop print:shadow-none ${SHEETS[size]}`}
      >
        <div className="flex h-full flex-col items-center justify-between gap-[4cqw] p-[9cqw] text-center">
          <p className="text-[3.6cqw] leading-tight font-semibold">{question.brand}</p>
          <h2 className="text-[7cqw] leading-[1.2] font-semibold tracking-tight text-balance">
            {question.question}
          </h2>
          {/* biome-ignore lint/performance/noImgElement: a picture of our own that stays sharp at any size */}
          <img
            src={`/surveys/${id}/places/${placementId}/qr/svg`}
            alt={t('QR code of {address}', { address })}
            className="w-[58cqw]"
          />
          <p dir="ltr" className="font-mono text-[2.9cqw] leading-tight break-all">
            {address.replace(/^https?:\/\//, '')}
          </p>
        </div>
      </article>
    </main>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      replace
      aria-current={current ? 'true' : undefined}
      className={buttonClass({ variant: current ? 'primary' : 'secondary', size: 'small' })}
    >
      {children}
    </Link>
  );
}
