'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/components/ui/text';
import type { StatementDetail } from '@/lib/journey/model/statement';
import { useEditor } from './map-editor';
import { StatementList } from './statement-list';

type OpenStatements = (stageId: string | null) => void;

/** The dialog of the map on the screen; there is one map at a time. */
let shown: OpenStatements | null = null;

/** Opens what is said about a stage, or, for null, about the whole journey, from wherever it is named. */
export const openStatements: OpenStatements = (stageId) => shown?.(stageId);

/** The one dialog of statements that are about no single touchpoint; `details` are all of those. */
export function StatementsAbove({ details }: { details: StatementDetail[] }) {
  const { map } = useEditor();
  const [about, setAbout] = useState<{ stageId: string | null } | null>(null);
  const t = useText();
  const stage = map.stages.find(({ id }) => id === about?.stageId);

  useEffect(() => {
    const open: OpenStatements = (stageId) => setAbout({ stageId });
    shown = open;
    return () => {
      if (shown === open) shown = null;
    };
  }, []);

  return (
    <Dialog
      open={about !== null}
      onClose={() => setAbout(null)}
      title={
        stage
          ? t('Statements about “{title}”', { title: stage.title })
          : t('Statements about the whole journey')
      }
    >
      {about ? (
        <StatementList about={{ stageId: about.stageId, touchpointId: null }} details={details} />
      ) : null}
    </Dialog>
  );
}

/** A button that opens the statements about a stage, or about the whole journey, and says how many there are. */
export function StatementsButton({
  stageId,
  children,
}: {
  stageId: string | null;
  children: React.ReactNode;
}) {
  const { map } = useEditor();
  const count = map.statements.filter((one) => one.stageId === stageId && one.touchpointId === null).length;
  return (
    <button
      type="button"
      className="no-print -my-1 inline-block min-h-6 text-left text-xs underline underline-offset-2"
      onClick={() => openStatements(stageId)}
    >
      {children} ({count})
    </button>
  );
}
