import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDay, NO_NUMBER } from '@/lib/format';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_MONTHS,
  STATEMENT_KIND_LABELS,
  STATEMENT_STATE_LABELS,
} from '@/lib/journey/model/statement';
import {
  countsByKind,
  entriesIn,
  type RegisterEntry,
  type RegisterFilter,
  registerSearch,
} from '@/lib/journey/rules/evidence-register';
import { METRICS } from '@/lib/scoring/metrics';
import { SOURCE_LABELS } from './source-labels';
import { StateLabel } from './statement-look';

/** All evidence of a journey as a table, with its filter. */
export function EvidenceRegister({
  entries,
  filter,
  journeyId,
  titles,
  language,
}: {
  entries: readonly RegisterEntry[];
  filter: RegisterFilter;
  journeyId: string;
  /** Names of stages and touchpoints. */
  titles: ReadonlyMap<string, string>;
  language: 'en' | 'de';
}) {
  const shown = entriesIn(entries, filter);
  const worn = entries.filter((one) => one.worn !== null);
  const hrefOf = (to: RegisterFilter) => `/journeys/${journeyId}/evidence${registerSearch(to)}`;
  return (
    <>
      <nav aria-label="Which evidence" className="no-print mb-4 flex flex-wrap gap-2">
        <Choice href={hrefOf({ ...filter, kind: null })} on={filter.kind === null} count={entries.length}>
          All kinds
        </Choice>
        {countsByKind(entries).map(({ kind, count }) => (
          <Choice key={kind} href={hrefOf({ ...filter, kind })} on={filter.kind === kind} count={count}>
            {EVIDENCE_KIND_LABELS[kind]}
          </Choice>
        ))}
        <Choice href={hrefOf({ ...filter, worn: !filter.worn })} on={filter.worn} count={worn.length}>
          Old or expired
        </Choice>
      </nav>
      <p className="mb-2 text-sm text-soft" role="status">
        {shown.length} of {entries.length} {entries.length === 1 ? 'piece' : 'pieces'} of evidence.
      </p>
      {shown.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line-strong bg-panel px-5 py-8 text-center text-soft">
          {filter.worn && worn.length === 0
            ? `Nothing is older than ${EVIDENCE_MONTHS} months or has expired.`
            : 'No evidence is of that kind and age.'}{' '}
          <Link href={hrefOf({ kind: null, worn: false })} className="underline underline-offset-2">
            Show all
          </Link>
        </p>
      ) : (
        <Table
          label="Evidence"
          head={
            <tr>
              <Th>Kind and method</Th>
              <Th>Date</Th>
              <Th className="text-right">n</Th>
              <Th>Says</Th>
              <Th>Statement</Th>
              <Th>State</Th>
            </tr>
          }
        >
          {shown.map((entry) => (
            <Row key={entry.piece.id} {...{ entry, journeyId, titles, language }} />
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
}: {
  entry: RegisterEntry;
  journeyId: string;
  titles: ReadonlyMap<string, string>;
  language: 'en' | 'de';
}) {
  const { answer } = piece;
  const subject = statement.touchpointId ?? statement.stageId;
  const href = statement.touchpointId
    ? `/journeys/${journeyId}?touchpoint=${statement.touchpointId}&tab=statements`
    : `/journeys/${journeyId}`;
  return (
    <tr>
      <Td className="min-w-40 align-top!">
        <span className="font-medium">{EVIDENCE_KIND_LABELS[piece.kind]}</span>
        {piece.method ? <span className="block text-xs break-words text-soft">{piece.method}</span> : null}
        {answer ? (
          <span className="block text-xs text-soft">
            Our own answer, {SOURCE_LABELS[answer.source]}
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
            Source <ExternalLink aria-hidden="true" className="size-3" />
            <span className="sr-only">(opens a new tab)</span>
          </a>
        ) : null}
      </Td>
      <Td className="tabular align-top! text-xs whitespace-nowrap">
        {formatDay(piece.gatheredOn, language)}
        {worn === 'expired' ? (
          <Chip tone="warn" className="mt-1 flex">
            Expired {formatDay(piece.expiresOn ?? '', language)}
          </Chip>
        ) : worn === 'old' ? (
          <Chip tone="warn" className="mt-1 flex">
            Over {EVIDENCE_MONTHS} months old
          </Chip>
        ) : piece.expiresOn ? (
          <span className="block text-soft">Counts until {formatDay(piece.expiresOn, language)}</span>
        ) : null}
      </Td>
      <Td className="tabular text-right align-top!">{piece.n === null ? NO_NUMBER : formatCount(piece.n)}</Td>
      <Td className="max-w-96 min-w-52 align-top!">
        <span className="font-medium">{piece.stance === 'supports' ? 'Supports' : 'Contradicts'}</span>
        {piece.quote ? (
          <blockquote className="text-xs break-words whitespace-pre-line text-soft">
            “{piece.quote}”
          </blockquote>
        ) : null}
      </Td>
      <Td className="max-w-80 min-w-52 align-top!">
        <Link href={href} className="font-medium break-words underline-offset-2 hover:underline">
          {statement.text}
        </Link>
        <span className="block text-xs text-soft">
          {STATEMENT_KIND_LABELS[statement.kind]} · {subject ? (titles.get(subject) ?? '') : 'Whole journey'}
        </span>
      </Td>
      <Td className="min-w-36 align-top!">
        <StateLabel state={state} />
        {state === statement.state ? null : (
          <span className="block text-xs text-soft">
            Claimed {STATEMENT_STATE_LABELS[statement.state].toLowerCase()}
          </span>
        )}
      </Td>
    </tr>
  );
}
