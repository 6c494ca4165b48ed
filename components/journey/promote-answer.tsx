'use client';

import { ChevronDown, Lightbulb } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuLabel } from '@/components/ui/menu';
import type { StatementView } from '@/lib/insights/model';
import {
  isBackstage,
  STATEMENT_KIND_LABELS,
  STATEMENT_KINDS,
  type StatementKind,
} from '@/lib/journey/model/statement';
import { markOf, type NamedAnswer } from './edits-statement';
import { useEditor } from './map-editor';

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
  const mark = markOf(answer);
  const isUsed = (one: StatementView) =>
    evidenceOf.includes(one.id) || one.evidence.some(({ id }) => id === mark);
  const used = map.statements.filter(isUsed);
  const others = map.statements.filter(
    (one) => one.touchpointId === touchpointId && !isUsed(one) && !one.id.startsWith('pending'),
  );
  const labelOf = (kind: StatementKind) => STATEMENT_KIND_LABELS[kind].toLowerCase();
  const make = (as: StatementKind) =>
    void edit({ kind: 'promoteAnswer', touchpointId, answer, as }, `Made a statement of it: ${labelOf(as)}`);

  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
      {used.length > 0 ? (
        <span className="text-xs text-soft">
          Evidence of {used.length === 1 ? 'a statement' : `${used.length} statements`}
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
              <Lightbulb aria-hidden="true" className="size-3.5" /> Make it a {labelOf(suggested)}
            </Button>
          ) : null}
          <Menu
            label="Use this answer"
            trigger={
              <Button
                size="small"
                aria-label="Other ways to use this answer"
                className={`min-h-7 px-1.5 text-xs ${used.length === 0 ? 'rounded-l-none' : ''}`}
              >
                <ChevronDown aria-hidden="true" className="size-3.5" />
              </Button>
            }
          >
            <MenuLabel>Make it a new</MenuLabel>
            {OFFERED.map((kind) => (
              <MenuItem key={kind} onSelect={() => make(kind)}>
                {STATEMENT_KIND_LABELS[kind]}
              </MenuItem>
            ))}
            {(['supports', 'contradicts'] as const).map((stance) =>
              others.length === 0 ? null : (
                <div key={stance}>
                  <MenuLabel>
                    {stance === 'supports' ? 'Make it evidence of' : 'Make it evidence against'}
                  </MenuLabel>
                  {others.map(({ id, text, words }) => (
                    <MenuItem
                      key={id}
                      onSelect={() =>
                        void edit(
                          { kind: 'attachAnswer', statementId: id, answer, stance, gatheredOn },
                          'Made it evidence',
                        )
                      }
                    >
                      <span className="line-clamp-1 max-w-64">{words ? `“${words}”` : text}</span>
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
