'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/journey/form-dialog';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';
import { goBackTo, sayVersion } from '../history-actions';
import { versionFields } from './version-fields';

/** Names a version or makes the map what it was in it. */
export function VersionActions({
  version,
  journeyId,
}: {
  version: { id: string; title: string; name: string; note: string };
  journeyId: string;
}) {
  const t = useText();
  const say = useToast();
  const router = useRouter();
  const [asking, setAsking] = useState<'name' | 'restore' | null>(null);

  async function restore(): Promise<string | null> {
    const reply = await goBackTo(version.id);
    if (!reply.ok) return reply.problem.title;
    const { safetyId, lost } = reply.value;
    const gone = [
      { n: lost.members.length, text: msg('{n, plural, one {# person} other {# people}}') },
      { n: lost.teams.length, text: msg('{n, plural, one {# team} other {# teams}}') },
      { n: lost.personas.length, text: msg('{n, plural, one {# persona} other {# personas}}') },
      { n: lost.responses.length, text: msg('{n, plural, one {# answer} other {# answers}}') },
    ].flatMap(({ n, text }) => (n === 0 ? [] : [t(text, { n })]));
    const parts = lost.subJourneys.length;
    const told = [
      t('Restored {version}.', { version: version.title }),
      ...(gone.length === 0
        ? []
        : [t('Left out, because they are gone: {things}.', { things: gone.join(', ') })]),
      ...(parts === 0
        ? []
        : [
            t(
              '{n, plural, one {Left out: links to a journey that is gone or would go in a circle.} other {Left out: links to # journeys that are gone or would go in a circle.}}',
              { n: parts },
            ),
          ]),
    ];
    say(told.join(' '), {
      label: t('Undo'),
      run: () => {
        void goBackTo(safetyId).then((undone) => {
          say(undone.ok ? t('Took the restoring back') : undone.problem.title);
        });
      },
    });
    router.push(`/journeys/${journeyId}`);
    return null;
  }

  return (
    <>
      <Button size="small" onClick={() => setAsking('name')}>
        {rich(t, version.name === '' ? msg('Name<s> {version}</s>') : msg('Rename<s> {version}</s>'), {
          version: version.title,
          s: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </Button>
      <Button size="small" onClick={() => setAsking('restore')}>
        {rich(t, 'Restore<s> {title}</s>', {
          title: version.title,
          s: (inside) => <span className="sr-only">{inside}</span>,
        })}
      </Button>
      <FormDialog
        open={asking === 'name'}
        onClose={() => setAsking(null)}
        title={t('Name {version}##action', { version: version.title })}
        fields={versionFields(t)}
        values={{ name: version.name, note: version.note }}
        saveText={t('Save')}
        onSave={({ name = '', note = '' }) => sayVersion({ id: version.id, name, note })}
      />
      <ConfirmDialog
        open={asking === 'restore'}
        onClose={() => setAsking(null)}
        title={t('Restore {version}?', { version: version.title })}
        confirmText={t('Restore')}
        onConfirm={restore}
      >
        {t(
          'The map becomes what it was then. What it is now is kept as a version first, so you can go back. Answers, decisions and marked changes stay.',
        )}
      </ConfirmDialog>
    </>
  );
}
