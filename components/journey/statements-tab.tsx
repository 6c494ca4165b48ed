'use client';

import { useText } from '@/components/ui/text';
import type { StatementDetail } from '@/lib/journey/model/statement';
import { findColumn } from './columns';
import { useEditor } from './map-editor';
import { StatementList } from './statement-list';
import { StatementsButton } from './statements-dialog';

/** What the team says about a touchpoint, and why it may be believed. */
export function StatementsTab({
  touchpointId,
  details,
}: {
  touchpointId: string;
  details: StatementDetail[];
}) {
  const { map } = useEditor();
  const t = useText();
  const stage = findColumn(map, touchpointId)?.stage;
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      <StatementList about={{ stageId: null, touchpointId }} details={details} />
      {stage ? (
        <StatementsButton stageId={stage.id}>
          {t('About the whole stage “{title}”', { title: stage.title })}
        </StatementsButton>
      ) : null}
    </div>
  );
}
