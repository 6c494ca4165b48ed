'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { Recipients } from '@/lib/distribution/model';
import { reasonText } from '@/lib/distribution/rules/left-out';
import { formatCount } from '@/lib/format';
import { useReady } from '../../contacts/use-ready';
import { audienceAction, launchAction } from '../actions';

type Audience = Extract<Awaited<ReturnType<typeof audienceAction>>, { ok: true }>['value'];

/** Writes a campaign beside its live preview, and says who will be asked and who not before anything is sent. */
export function Composer({
  placements,
  chosen,
  personas,
  contact,
  audience: first,
  sends,
  readableSubject,
}: {
  placements: { id: string; label: string; about: string }[];
  chosen: string;
  personas: { id: string; name: string }[];
  contact: { id: string; email: string } | null;
  audience: Audience;
  sends: boolean;
  /** Characters of a subject that a phone shows. */
  readableSubject: number;
}) {
  const t = useText();
  const router = useRouter();
  const ready = useReady();
  const about = placements.find(({ id }) => id === chosen)?.about ?? '';
  const [placementId, setPlacementId] = useState(chosen);
  const [name, setName] = useState(about);
  const [subject, setSubject] = useState('How did it go?');
  const [greeting, setGreeting] = useState('Hi {name},');
  const [to, setTo] = useState(contact ? contact.id : 'all');
  const [audience, setAudience] = useState<Audience | null>(first);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const recipients = recipientsOf(to, contact);

  async function choose(next: string) {
    setTo(next);
    setAudience(null);
    const result = await audienceAction(recipientsOf(next, contact));
    if (result.ok) setAudience(result.value);
    else setRefusal(result.problem.title);
  }

  function check(event: FormEvent) {
    event.preventDefault();
    setRefusal(null);
    setErrors({});
    setAsking(true);
  }

  async function launch(): Promise<string | null> {
    const result = await launchAction({ placementId, name, subject, greeting, recipients });
    if (!result.ok) {
      setErrors(
        Object.fromEntries((result.problem.errors ?? []).map(({ path, message }) => [path, message])),
      );
      return result.problem.errors?.[0]?.message ?? result.problem.title;
    }
    router.push(`/campaigns/${result.value.id}`);
    return null;
  }

  const people = audience ? { n: audience.asked, count: formatCount(audience.asked, t.tongue) } : null;
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <form onSubmit={check}>
        <fieldset disabled={!ready} className="flex min-w-0 flex-col gap-4">
          <SelectField
            label={t('Ask about')}
            value={placementId}
            onChange={(event) => setPlacementId(event.target.value)}
            error={errors['placementId']}
          >
            {placements.map((placement) => (
              <option key={placement.id} value={placement.id}>
                {placement.label}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('Ask whom')}
            value={to}
            onChange={(event) => choose(event.target.value)}
            error={errors['recipients']}
          >
            {contact ? (
              <option value={contact.id}>{t('Only {email}', { email: contact.email })}</option>
            ) : null}
            <option value="all">{t('Every contact')}</option>
            {personas.map((persona) => (
              <option key={persona.id} value={`persona:${persona.id}`}>
                {t('Persona {name}', { name: persona.name })}
              </option>
            ))}
          </SelectField>
          <div role="status" className="text-sm">
            {audience ? (
              <>
                <p className="font-medium">
                  {t(
                    '{n, plural, one {{count} person will be asked.} other {{count} people will be asked.}}',
                    { n: audience.asked, count: formatCount(audience.asked, t.tongue) },
                  )}
                </p>
                {audience.leftOut.length > 0 ? (
                  <ul className="mt-1 list-inside list-disc text-soft">
                    {audience.leftOut.map(({ kind, count }) => (
                      <li key={kind}>
                        {t('{n} left out: {reason}', {
                          n: formatCount(count, t.tongue),
                          reason: kind === 'asked' ? t('asked less than 90 days ago') : reasonText(kind, t),
                        })}
                      </li>
                    ))}
                  </ul>
                ) : null}
              </>
            ) : (
              t('Counting…')
            )}
          </div>
          <TextField
            label={t('Name of the campaign')}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errors['name']}
            hint={t('Only your team sees it.')}
          />
          <TextField
            label={t('Subject')}
            required
            maxLength={120}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
            error={errors['subject']}
            hint={
              subject.length > readableSubject
                ? t('{n} characters: phones cut off after about {most}.', {
                    n: String(subject.length),
                    most: String(readableSubject),
                  })
                : t('At most {most} characters read well on phones.', { most: String(readableSubject) })
            }
          />
          <TextArea
            label={t('Greeting')}
            rows={4}
            maxLength={600}
            value={greeting}
            onChange={(event) => setGreeting(event.target.value)}
            error={errors['greeting']}
            hint={t("'{name}' stands for the contact’s name. Question and scale are the survey’s own.")}
          />
          {sends ? null : (
            <Notice tone="warn">
              {t('No mail provider is set: letters go to the outbox, and nothing is sent.')}
            </Notice>
          )}
          <Refusal>{refusal}</Refusal>
          <div>
            <Button type="submit" variant="primary" size="large" disabled={!audience || audience.asked === 0}>
              {t('Start the campaign…')}
            </Button>
          </div>
        </fieldset>
      </form>
      <Preview
        placementId={placementId}
        subject={subject}
        greeting={greeting}
        recipientName={audience?.sample?.name ?? ''}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={
          people
            ? t('{n, plural, one {Ask {count} person?} other {Ask {count} people?}}', people)
            : t('Ask …?')
        }
        confirmText={
          sends
            ? people
              ? t('{n, plural, one {Send to {count} person} other {Send to {count} people}}', people)
              : t('Send to …')
            : people
              ? t('Write the letters')
              : t('Write letters')
        }
        onConfirm={launch}
      >
        <p>
          {sends
            ? t('Each gets one mail, which cannot be called back. Who opts out before it leaves gets none.')
            : t('Nothing is sent: each letter is written to the outbox, where you can try its links.')}
        </p>
      </ConfirmDialog>
    </div>
  );
}

/** The mail as it will be, redrawn when typing pauses. */
function Preview(asked: { placementId: string; subject: string; greeting: string; recipientName: string }) {
  const t = useText();
  const query = new URLSearchParams(asked).toString();
  const [shown, setShown] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setShown(query), 400);
    return () => clearTimeout(timer);
  }, [query]);
  return (
    <section aria-labelledby="preview-title" className="min-w-0">
      <h2 id="preview-title" className="mb-2 text-sm font-medium">
        {t('Preview')}
      </h2>
      <div className="overflow-hidden rounded-xl border border-line bg-panel">
        <p className="border-b border-line px-4 py-3 font-semibold break-words">{asked.subject}</p>
        <iframe
          title={t('Preview of the mail')}
          sandbox=""
          src={`/outbox/preview/body?${shown}`}
          className="h-[30rem] w-full bg-white"
        />
      </div>
    </section>
  );
}

function recipientsOf(to: string, contact: { id: string } | null): Recipients {
  if (to === 'all') return 'all';
  if (to.startsWith('persona:')) return { personaId: to.slice('persona:'.length) };
  return { contactIds: [contact?.id ?? to] };
}
