'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { STATEMENT_KIND_LABELS, STATEMENT_KINDS, type StatementDetail } from '@/lib/journey/model/statement';
import type { About } from './edits-statement';
import { useEditor } from './map-editor';
import { StatementCard } from './statement-card';
import { StatementForm } from './statement-form';

/** The statements about one thing, by kind, with what each rests on; here they are added and changed. */
export function StatementList({ about, details }: { about: About; details: StatementDetail[] }) {
  const { map, editable, edit } = useEditor();
  const t = useText();
  const [adding, setAdding] = useState(false);
  const statements = map.statements.filter(
    (one) => one.touchpointId === about.touchpointId && one.stageId === about.stageId,
  );
  const groups = STATEMENT_KINDS.map((kind) => ({
    kind,
    group: statements.filter((one) => one.kind === kind),
  })).filter(({ group }) => group.length > 0);
  return (
    <div className="flex flex-col gap-4">
      {statements.length === 0 && !adding ? (
        <div className="text-sm text-soft">
          <p className="font-semibold text-ink">{t('Nobody has said anything here yet.')}</p>
          <p className="mt-1">
            {editable
              ? t(
                  'Write down what customers do, think, feel or need. It begins as an assumption; evidence makes it more.',
                )
              : t('Statements that an editor adds appear here.')}
          </p>
        </div>
      ) : null}
      {editable && !adding ? (
        <Button size="small" className="self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" className="size-4" /> {t('Add a statement')}
        </Button>
      ) : null}
      {adding ? (
        <StatementForm
          submitText={t('Add')}
          onCancel={() => setAdding(false)}
          onSubmit={(statement) => {
            setAdding(false);
            void edit(
              { kind: 'addStatement', journeyId: map.id, about, statement },
              t('Added the statement'),
            );
          }}
        />
      ) : null}
      {groups.map(({ kind, group }) => (
        <section key={kind} aria-label={t(STATEMENT_KIND_LABELS[kind])}>
          <h3 className="mb-1.5 text-xs font-semibold text-soft">{t(STATEMENT_KIND_LABELS[kind])}</h3>
          <ul className="flex flex-col gap-2.5">
            {group.map((statement, index) => (
              <StatementCard
                key={statement.id}
                statement={statement}
                place={{ index, of: group.length }}
                detail={details.find(({ id }) => id === statement.id) ?? null}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
