'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
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

  const people = audience
    ? `${formatCount(audience.asked)} ${audience.asked === 1 ? 'person' : 'people'}`
    : '…';
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <form onSubmit={check}>
        <fieldset disabled={!ready} className="flex min-w-0 flex-col gap-4">
          <SelectField
            label="Ask about"
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
            label="Ask whom"
            value={to}
            onChange={(event) => choose(event.target.value)}
            error={errors['recipients']}
          >
            {contact ? <option value={contact.id}>Only {contact.email}</option> : null}
            <option value="all">Every contact</option>
            {personas.map((persona) => (
              <option key={persona.id} value={`persona:${persona.id}`}>
                Persona {persona.name}
              </option>
            ))}
          </SelectField>
          <div role="status" className="text-sm">
            {audience ? (
              <>
                <p className="font-medium">{people} will be asked.</p>
                {audience.leftOut.length > 0 ? (
                  <ul className="mt-1 list-inside list-disc text-soft">
                    {audience.leftOut.map(({ kind, count }) => (
                      <li key={kind}>
                        {formatCount(count)} left out:{' '}
                        {kind === 'asked' ? 'asked less than 90 days ago' : reasonText(kind)}
                      </li>
                    ))}
                  </ul>
                ) : null}
              </>
            ) : (
              'Counting…'
            )}
          </div>
          <TextField
            label="Name of the campaign"
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errors['name']}
            hint="Only your team sees it."
          />
          <TextField
            label="Subject"
            required
            maxLength={120}
            value={subject}
            onChange={(event) => setSubject(event.target.value)}
            error={errors['subject']}
            hint={
              subject.length > readableSubject
                ? `${subject.length} characters: phones cut off after about ${readableSubject}.`
                : `At most ${readableSubject} characters read well on phones.`
            }
          />
          <TextArea
            label="Greeting"
            rows={4}
            maxLength={600}
            value={greeting}
            onChange={(event) => setGreeting(event.target.value)}
            error={errors['greeting']}
            hint="{name} stands for the contact’s name. Question and scale are the survey’s own."
          />
          {sends ? null : (
            <Notice tone="warn">
              No mail provider is set: letters go to the outbox, and nothing is sent.
            </Notice>
          )}
          {refusal ? (
            <Notice tone="bad" live>
              {refusal}
            </Notice>
          ) : null}
          <div>
            <Button type="submit" variant="primary" size="large" disabled={!audience || audience.asked === 0}>
              Start the campaign…
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
        title={`Ask ${people}?`}
        confirmText={sends ? `Send to ${people}` : `Write ${people === '…' ? '' : 'the '}letters`}
        onConfirm={launch}
      >
        <p>
          {sends
            ? 'Each gets one mail, which cannot be called back. Who opts out before it leaves gets none.'
            : 'Nothing is sent: each letter is written to the outbox, where you can try its links.'}
        </p>
      </ConfirmDialog>
    </div>
  );
}

/** The mail as it will be, redrawn when typing pauses. */
function Preview(asked: { placementId: string; subject: string; greeting: string; recipientName: string }) {
  const query = new URLSearchParams(asked).toString();
  const [shown, setShown] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setShown(query), 400);
    return () => clearTimeout(timer);
  }, [query]);
  return (
    <section aria-labelledby="preview-title" className="min-w-0">
      <h2 id="preview-title" className="mb-2 text-sm font-medium">
        Preview
      </h2>
      <div className="overflow-hidden rounded-xl border border-line bg-panel">
        <p className="border-b border-line px-4 py-3 font-semibold break-words">{asked.subject}</p>
        <iframe
          title="Preview of the mail"
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
