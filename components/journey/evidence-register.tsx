import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDay, NO_NUMBER } from '@/lib/format';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_MONTHS,
  STATEMENT_KIND_LABELS,
  STATES_IN_SENTENCE,
} from '@/lib/journey/model/statement';
import {
  countsByKind,
  entriesIn,
  type RegisterEntry,
  type RegisterFilter,
  registerSearch,
} from '@/lib/journey/rules/evidence-register';
import { METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { SOURCE_LABELS } from './source-labels';
import { StateLabel } from './statement-look';

/** All evidence of a journey as a table, with its filter. */
export function EvidenceRegister({
  entries,
  filter,
  journeyId,
  titles,
  language,
  t,
}: {
  entries: readonly RegisterEntry[];
  filter: RegisterFilter;
  journeyId: string;
  /** Names of stages and touchpoints. */
  titles: ReadonlyMap<string, string>;
  language: 'en' | 'de';
  t: Translate;
}) {
  const shown = entriesIn(entries, filter);
  const worn = entries.filter((one) => one.worn !== null);
  const hrefOf = (to: RegisterFilter) => `/journeys/${journeyId}/evidence${registerSearch(to)}`;
  return (
    <>
      <nav aria-label={t('Which evidence')} className="no-print mb-4 flex flex-wrap gap-2">
        <Choice href={hrefOf({ ...filter, kind: null })} on={filter.kind === null} count={entries.length}>
          {t('All kinds')}
        </Choice>
        {countsByKind(entries).map(({ kind, count }) => (
          <Choice key={kind} href={hrefOf({ ...filter, kind })} on={filter.kind === kind} count={count}>
            {t(EVIDENCE_KIND_LABELS[kind])}
          </Choice>
        ))}
        <Choice href={hrefOf({ ...filter, worn: !filter.worn })} on={filter.worn} count={worn.length}>
          {t('Old or expired')}
        </Choice>
      </nav>
      <p className="mb-2 text-sm text-soft" role="status">
        {t('{shown} of {n, plural, one {# piece} other {# pieces}} of evidence.', {
          shown: shown.length,
          n: entries.length,
        })}
      </p>
      {shown.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line-strong bg-panel px-5 py-8 text-center text-soft">
          {filter.worn && worn.length === 0
            ? t('Nothing is older than {months} months or has expired.', { months: EVIDENCE_MONTHS })
            : t('No evidence is of that kind and age.')}{' '}
          <Link href={hrefOf({ kind: null, worn: false })} className="underline underline-offset-2">
            {t('Show all')}
          </Link>
        </p>
      ) : (
        <Table
          label={t('Evidence')}
          head={
            <tr>
              <Th>{t('Kind and method')}</Th>
              <Th>{t('Date')}</Th>
              <Th className="text-right">n</Th>
              <Th>{t('Says')}</Th>
              <Th>{t('Statement')}</Th>
              <Th>{t('State')}</Th>
            </tr>
          }
        >
          {shown.map((entry) => (
            <Row key={entry.piece.id} {...{ entry, journeyId, titles, language, t }} />
          ))}
        </Table>
      )}
    </>
  );
}

function Choice({
  href,
  on,
  count,
  children,
}: {
  href: string;
  on: boolean;
  count: number;
  children: string;
}) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={on ? 'true' : undefined}
      className={`tabular inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-xs font-medium ${
        on ? 'border-primary bg-primary text-on-primary' : 'border-line-strong bg-panel hover:bg-sunk'
      }`}
    >
      {children} {count}
    </Link>
  );
}

function Row({
  entry: { piece, statement, state, worn },
  journeyId,
  titles,
  language,
  t,
}: {
  entry: RegisterEntry;
  journeyId: string;
  titles: ReadonlyMap<string, string>;
  language: 'en' | 'de';
  t: Translate;
}) {
  const { answer } = piece;
  const subject = statement.touchpointId ?? statement.stageId;
  const href = statement.touchpointId
    ? `/journeys/${journeyId}?touchpoint=${statement.touchpointId}&tab=statements`
    : `/journeys/${journeyId}`;
  return (
    <tr>
      <Td className="min-w-40 align-top!">
        <span className="font-medium">{t(EVIDENCE_KIND_LABELS[piece.kind])}</span>
        {piece.method ? <span className="block text-xs break-words text-soft">{piece.method}</span> : null}
        {answer ? (
          <span className="block text-xs text-soft">
            {t('Our own answer, {source}', { source: t(SOURCE_LABELS[answer.source]) })}
            {answer.score === null
              ? ''
              : `, ${METRICS[answer.metric].label} ${String(answer.score).replace('-', '−')}`}
          </span>
        ) : null}
        {piece.link ? (
          <a
            href={piece.link}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center gap-1 text-xs underline underline-offset-2"
          >
            {t('Source')} <ExternalLink aria-hidden="true" className="size-3" />
            <span className="sr-only">{t('(opens a new tab)')}</span>
          </a>
        ) : null}
      </Td>
      <Td className="tabular align-top! text-xs whitespace-nowrap">
        {formatDay(piece.gatheredOn, language)}
        {worn === 'expired' ? (
          <Chip tone="warn" className="mt-1 flex">
            {t('Expired {day}', { day: formatDay(piece.expiresOn ?? '', language) })}
          </Chip>
        ) : worn === 'old' ? (
          <Chip tone="warn" className="mt-1 flex">
            {t('Over {months} months old', { months: EVIDENCE_MONTHS })}
          </Chip>
        ) : piece.expiresOn ? (
          <span className="block text-soft">
            {t('Counts until {day}', { day: formatDay(piece.expiresOn, language) })}
          </span>
        ) : null}
      </Td>
      <Td className="tabular text-right align-top!">
        {piece.n === null ? NO_NUMBER : formatCount(piece.n, t.tongue)}
      </Td>
      <Td className="max-w-96 min-w-52 align-top!">
        <span className="font-medium">{piece.stance === 'supports' ? t('Supports') : t('Contradicts')}</span>
        {piece.quote ? (
          <blockquote className="text-xs break-words whitespace-pre-line text-soft">
            {t('“{quote}”', { quote: piece.quote })}
          </blockquote>
        ) : null}
      </Td>
      <Td className="max-w-80 min-w-52 align-top!">
        <Link href={href} className="font-medium break-words underline-offset-2 hover:underline">
          {statement.text}
        </Link>
        <span className="block text-xs text-soft">
          {t(STATEMENT_KIND_LABELS[statement.kind])} ·{' '}
          {subject ? (titles.get(subject) ?? '') : t('Whole journey')}
        </span>
      </Td>
      <Td className="min-w-36 align-top!">
        <StateLabel state={state} t={t} />
        {state === statement.state ? null : (
          <span className="block text-xs text-soft">
            {t('Claimed {state}', { state: t(STATES_IN_SENTENCE[statement.state]) })}
          </span>
        )}
      </Td>
    </tr>
  );
}
