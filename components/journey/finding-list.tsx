import { CircleAlert, Info } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { FINDING_TEXTS, type Finding, type FindingKind } from '@/lib/insights/rules/health';
import type { Translate } from '@/lib/translate';

/** Findings of one or several maps by kind, the gravest first. `action` stands beside a finding, such as a button. */
export function FindingList({
  findings,
  hrefOf,
  action,
  t,
}: {
  findings: readonly Finding[];
  hrefOf: (finding: Finding) => string;
  action?: (finding: Finding) => ReactNode;
  t: Translate;
}) {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return (
    <ul className="flex flex-col gap-3">
      {kinds.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          findings={findings.filter((one) => one.kind === kind)}
          hrefOf={hrefOf}
          action={action}
          t={t}
        />
      ))}
    </ul>
  );
}

function Kind({
  kind,
  findings,
  hrefOf,
  action,
  t,
}: {
  kind: FindingKind;
  findings: readonly Finding[];
  hrefOf: (finding: Finding) => string;
  action: ((finding: Finding) => ReactNode) | undefined;
  t: Translate;
}) {
  const { title, why, grave } = FINDING_TEXTS[kind];
  const Icon = grave ? CircleAlert : Info;
  return (
    <li className="rounded-xl border border-line bg-panel p-4">
      <h3 className="flex items-start gap-2 font-semibold">
        <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${grave ? 'text-bad' : 'text-soft'}`} />
        <span>
          {t(title)} <span className="tabular font-normal text-soft">({findings.length})</span>
          {grave ? <span className="sr-only"> – {t('needs action')}</span> : null}
        </span>
      </h3>
      <p className="mt-0.5 ml-6 text-sm text-soft">{t(why)}</p>
      <ul className="mt-2 ml-6 flex flex-col divide-y divide-line">
        {findings.map((finding) => (
          <li
            key={`${finding.stageId} ${finding.touchpointId} ${finding.detail}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5"
          >
            <span className="min-w-0 text-sm break-words">
              <Link href={hrefOf(finding)} className="font-medium underline-offset-2 hover:underline">
                {finding.subject}
              </Link>
              {finding.detail ? <span className="text-soft"> · {finding.detail}</span> : null}
            </span>
            {action?.(finding)}
          </li>
        ))}
      </ul>
    </li>
  );
}
