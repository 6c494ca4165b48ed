'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/journey/form-dialog';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useToast } from '@/components/ui/toast';
import { goBackTo, sayVersion } from '../history-actions';
import { VERSION_FIELDS } from './version-fields';

/** Names a version or makes the map what it was in it. */
export function VersionActions({
  version,
  journeyId,
}: {
  version: { id: string; title: string; name: string; note: string };
  journeyId: string;
}) {
  const say = useToast();
  const router = useRouter();
  const [asking, setAsking] = useState<'name' | 'restore' | null>(null);

  async function restore(): Promise<string | null> {
    const reply = await goBackTo(version.id);
    if (!reply.ok) return reply.problem.title;
    const { safetyId, lost } = reply.value;
    const gone = [
      { count: lost.members.length, one: 'person', many: 'people' },
      { count: lost.teams.length, one: 'team', many: 'teams' },
      { count: lost.personas.length, one: 'persona', many: 'personas' },
      { count: lost.responses.length, one: 'answer', many: 'answers' },
    ].flatMap(({ count, one, many }) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]));
    const missing = gone.length === 0 ? '' : ` Left out, because they are gone: ${gone.join(', ')}.`;
    const parts = lost.subJourneys.length;
    const circle =
      parts === 0
        ? ''
        : ` Left out: links to ${parts === 1 ? 'a journey that is' : `${parts} journeys that are`} gone or would go in a circle.`;
    say(`Restored ${version.title}.${missing}${circle}`, {
      label: 'Undo',
      run: () => {
        void goBackTo(safetyId).then((undone) => {
          say(undone.ok ? 'Took the restoring back' : undone.problem.title);
        });
      },
    });
    router.push(`/journeys/${journeyId}`);
    return null;
  }

  return (
    <>
      <Button size="small" onClick={() => setAsking('name')}>
        {version.name === '' ? 'Name' : 'Rename'}
        <span className="sr-only"> {version.title}</span>
      </Button>
      <Button size="small" onClick={() => setAsking('restore')}>
        Restore<span className="sr-only"> {version.title}</span>
      </Button>
      <FormDialog
        open={asking === 'name'}
        onClose={() => setAsking(null)}
        title={`Name ${version.title}`}
        fields={VERSION_FIELDS}
        values={{ name: version.name, note: version.note }}
        saveText="Save"
        onSave={({ name = '', note = '' }) => sayVersion({ id: version.id, name, note })}
      />
      <ConfirmDialog
        open={asking === 'restore'}
        onClose={() => setAsking(null)}
        title={`Restore ${version.title}?`}
        confirmText="Restore"
        onConfirm={restore}
      >
        The map becomes what it was then. What it is now is kept as a version first, so you can go back.
        Answers, decisions and marked changes stay.
      </ConfirmDialog>
    </>
  );
}
