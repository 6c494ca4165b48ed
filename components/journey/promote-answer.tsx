'use client';

import { ChevronDown, Lightbulb } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import type { StatementView } from '@/lib/insights/model';
import {
  isBackstage,
  STATEMENT_KIND_LABELS,
  STATEMENT_KINDS,
  type StatementKind,
} from '@/lib/journey/model/statement';
import { msg } from '@/lib/translate';
import { markOf, type NamedAnswer } from './edits-statement';
import { useEditor } from './map-editor';

/** What is said once an answer was made a statement. */
const MADE: Readonly<Record<StatementKind, string>> = {
  action: msg('Made a statement of it: action'),
  thought: msg('Made a statement of it: thought'),
  feeling: msg('Made a statement of it: feeling'),
  question: msg('Made a statement of it: question or concern'),
  pain: msg('Made a statement of it: pain'),
  gain: msg('Made a statement of it: gain'),
  need: msg('Made a statement of it: need'),
  expectation: msg('Made a statement of it: expectation'),
  gap: msg('Made a statement of it: gap'),
  people: msg('Made a statement of it: people behind it'),
  process: msg('Made a statement of it: process behind it'),
  system: msg('Made a statement of it: system behind it'),
};

/** What the first button offers. */
const MAKE: Readonly<Record<StatementKind, string>> = {
  action: msg('Make it a action'),
  thought: msg('Make it a thought'),
  feeling: msg('Make it a feeling'),
  question: msg('Make it a question or concern'),
  pain: msg('Make it a pain'),
  gain: msg('Make it a gain'),
  need: msg('Make it a need'),
  expectation: msg('Make it a expectation'),
  gap: msg('Make it a gap'),
  people: msg('Make it a people behind it'),
  process: msg('Make it a process behind it'),
  system: msg('Make it a system behind it'),
};

const OFFERED = STATEMENT_KINDS.filter((kind) => !isBackstage(kind));

/** Makes an answer a statement of the kind that its score suggests, of another kind, or evidence of one that is there. */
export function PromoteAnswer({
  answer,
  gatheredOn,
  touchpointId,
  suggested,
  evidenceOf,
}: {
  answer: NamedAnswer;
  gatheredOn: string;
  touchpointId: string;
  suggested: StatementKind;
  /** The statements whose evidence it already is. */
  evidenceOf: readonly string[];
}) {
  const { map, editable, edit } = useEditor();
  const t = useText();
  const mark = markOf(answer);
  const isUsed = (one: StatementView) =>
    evidenceOf.includes(one.id) || one.evidence.some(({ id }) => id === mark);
  const used = map.statements.filter(isUsed);
  const others = map.statements.filter(
    (one) => one.touchpointId === touchpointId && !isUsed(one) && !one.id.startsWith('pending'),
  );
  const make = (as: StatementKind) =>
    void edit({ kind: 'promoteAnswer', touchpointId, answer, as }, t(MADE[as]));

  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
      {used.length > 0 ? (
        <span className="text-xs text-soft">
          {t('{n, plural, one {Evidence of a statement} other {Evidence of # statements}}', {
            n: used.length,
          })}
        </span>
      ) : null}
      {editable ? (
        <span className="no-print inline-flex">
          {used.length === 0 ? (
            <Button
              size="small"
              className="min-h-7 rounded-r-none border-r-0 text-xs"
              onClick={() => make(suggested)}
            >
              <Lightbulb aria-hidden="true" className="size-3.5" /> {t(MAKE[suggested])}
            </Button>
          ) : null}
          <Menu
            label={t('Use this answer')}
            trigger={
              <Button
                size="small"
                aria-label={t('Other ways to use this answer')}
                className={`min-h-7 px-1.5 text-xs ${used.length === 0 ? 'rounded-l-none' : ''}`}
              >
                <ChevronDown aria-hidden="true" className="size-3.5" />
              </Button>
            }
          >
            <MenuLabel>{t('Make it a new')}</MenuLabel>
            {OFFERED.map((kind) => (
              <MenuItem key={kind} onSelect={() => make(kind)}>
                {t(STATEMENT_KIND_LABELS[kind])}
              </MenuItem>
            ))}
            {(['supports', 'contradicts'] as const).map((stance) =>
              others.length === 0 ? null : (
                <div key={stance}>
                  <MenuLabel>
                    {stance === 'supports' ? t('Make it evidence of') : t('Make it evidence against')}
                  </MenuLabel>
                  {others.map(({ id, text, words }) => (
                    <MenuItem
                      key={id}
                      onSelect={() =>
                        void edit(
                          { kind: 'attachAnswer', statementId: id, answer, stance, gatheredOn },
                          t('Made it evidence'),
                        )
                      }
                    >
                      <span className="line-clamp-1 max-w-64">
                        {words ? t('“{words}”', { words }) : text}
                      </span>
                    </MenuItem>
                  ))}
                </div>
              ),
            )}
          </Menu>
        </span>
      ) : null}
    </div>
  );
}
