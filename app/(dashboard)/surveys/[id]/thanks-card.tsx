'use client';

import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { textsOf, withText } from '@/components/survey/content-edits';
import { PipeField } from '@/components/survey/pipe-field';
import { groupName } from '@/components/survey/survey-words';
import { TextField } from '@/components/ui/field';
import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import type { SubjectView } from '@/lib/survey/model';
import { GROUPS } from '@/lib/survey/model/follow-up';
import type { Group } from '@/lib/survey/rules/changes';
import type { Editing } from './editing';

/** What each group of scores is thanked with, where it can go from there, and who looks after the customer. */
export function ThanksCard({ editing, subject }: { editing: Editing; subject: SubjectView | null }) {
  const t = useText();
  const { first, fields } = editing;
  const role = fields.contactRole;
  return (
    <section aria-labelledby="thanks" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="thanks" className="text-base font-semibold">
        {t('Thanks')}
      </h2>
      <p className="mt-1 text-sm text-soft">
        {t('Say what happens next: it is the last thing that the customer reads of you.')}
      </p>
      <div className="mt-4 flex flex-col gap-5">
        {GROUPS.map((group) => (
          <Thanks key={group} editing={editing} group={group} />
        ))}
      </div>
      <div className="mt-5 rounded-lg bg-sunk p-3.5 text-sm">
        {role === '' ? (
          <p>
            {subject?.touchpointId
              ? rich(
                  t,
                  'Nobody is named yet to whom a customer can turn. Name a role <a>at the touchpoint</a>, and the thanks say so.',
                  { a: (inside) => <SubjectLink subject={subject}>{inside}</SubjectLink> },
                )
              : t('A survey of a whole journey names nobody to turn to; a touchpoint can.')}
          </p>
        ) : (
          <>
            <p lang={first.tag} dir={first.dir} className="font-medium">
              {first.contact.replace('{contact}', () => role)}
            </p>
            <p className="mt-1 text-xs text-soft">
              {rich(t, 'Stands under the thanks. The role is set <a>at the touchpoint</a>.', {
                a: (inside) => (subject ? <SubjectLink subject={subject}>{inside}</SubjectLink> : inside),
              })}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function SubjectLink({ subject, children }: { subject: SubjectView; children: ReactNode }) {
  return (
    <Link
      href={`/journeys/${subject.journeyId}?touchpoint=${subject.touchpointId}`}
      className="text-accent underline underline-offset-2"
    >
      {children}
    </Link>
  );
}

function Thanks({ editing, group }: { editing: Editing; group: Group }) {
  const t = useText();
  const { content, change, metric, first, fields, canEdit, errorOf } = editing;
  const texts = textsOf(content, first.tag);
  const path = (part: 'thanks' | 'link') => `content.texts.${first.tag}.${part}.${group}`;
  const common = { lang: first.tag, dir: first.dir, disabled: !canEdit };
  const url = content.links[group];
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-sm font-semibold">
        {t('After {group}', { group: groupName(t, metric, group) })}
      </legend>
      <PipeField
        {...common}
        label={t('After “Thank you!”')}
        name={path('thanks')}
        value={texts.thanks[group]}
        placeholder={first.thanks}
        error={errorOf(path('thanks'))}
        maxLength={200}
        fields={fields}
        onChange={(value) => change(withText(content, first.tag, `thanks.${group}`, value))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <LinkField editing={editing} group={group} />
        {url === '' ? null : (
          <PipeField
            {...common}
            label={t('Name of the link')}
            name={path('link')}
            value={texts.link[group]}
            error={errorOf(path('link'))}
            maxLength={60}
            fields={fields}
            onChange={(value) => change(withText(content, first.tag, `link.${group}`, value))}
          />
        )}
      </div>
    </fieldset>
  );
}

/** Goes into the draft as soon as it is an address; until then nothing of the draft waits for it. */
function LinkField({
  editing: { content, change, canEdit, errorOf },
  group,
}: {
  editing: Editing;
  group: Group;
}) {
  const t = useText();
  const saved = content.links[group];
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const wrong = typed !== null && left;
  return (
    <TextField
      label={t('Link to a page of yours')}
      name={`content.links.${group}`}
      type="url"
      inputMode="url"
      value={typed ?? saved}
      placeholder="https://"
      error={
        wrong
          ? t('Give a whole address that begins with https://. Until then the link is not saved.')
          : errorOf(`content.links.${group}`)
      }
      maxLength={500}
      disabled={!canEdit}
      onBlur={() => setLeft(true)}
      onChange={({ target: { value } }) => {
        setLeft(false);
        const usable = value.trim() === '' || isAddress(value.trim());
        setTyped(usable ? null : value);
        if (usable) change({ ...content, links: { ...content.links, [group]: value.trim() } });
      }}
    />
  );
}

const isAddress = (text: string): boolean => /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text);
