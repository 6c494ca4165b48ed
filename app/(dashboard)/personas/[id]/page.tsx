import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { isAppError } from '@/lib/errors';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import type { PersonaFields } from '@/lib/journey/model/persona';
import { SEGMENT_TEST_LABELS, type SegmentRule } from '@/lib/journey/model/segment';
import { loadPersona, type PersonaPageView } from '@/lib/journey/views/personas';
import type { Translate } from '@/lib/translate';
import { FIELDS } from '../fields';
import { PersonaForm } from '../persona-form';
import { RetireButton } from '../retire-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Persona') };
}

export default async function PersonaPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const { id } = await params;
  const view = await loadPersona(scope, id).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const { persona, attributes } = view;
  const { name, role, summary, goals, needs, expectations, preferences, quote, rule } = persona;
  const fields = { name, role, summary, goals, needs, expectations, preferences, quote, rule };
  const mayEdit = may(scope.actor, 'persona.edit');
  const retired = persona.retiredAt !== null;
  return (
    <Page>
      <PageHeader
        title={persona.name}
        crumbs={[{ href: '/personas', label: t('Personas') }]}
        actions={mayEdit ? <RetireButton {...{ id, name, retired }} ruled={rule !== null} /> : null}
      >
        {persona.role}
      </PageHeader>
      <div className="flex flex-col gap-5">
        {retired ? (
          <Notice tone="warn">
            {t(
              'Retired: no longer offered, still shown where it is used. Its rule counts nobody until it is restored.',
            )}
          </Notice>
        ) : null}
        <Use view={view} when={(at) => formatInstant(at, workspace.timeZone, t.tongue)} />
        {mayEdit && !retired ? <PersonaForm {...{ id, fields, attributes }} /> : <Facts fields={fields} />}
      </div>
    </Page>
  );
}

async function Use({
  view: { persona, recounted, recounting },
  when,
}: {
  view: PersonaPageView;
  when: (at: Date) => string;
}) {
  const t = await readText();
  return (
    <section
      aria-label={t('Where it is used')}
      className="rounded-xl border border-line bg-panel px-4 py-3 text-sm"
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Fact name={t('Contacts')}>{persona.contacts.toLocaleString(t.tongue)}</Fact>
        <Fact name={t('Answers')}>{persona.answers.toLocaleString(t.tongue)}</Fact>
        <Fact name={t('Results')}>
          {persona.journeys.length === 0 ? (
            <span className="text-soft">{t('No journey is drawn for it yet')}</span>
          ) : (
            <ul className="flex flex-wrap gap-x-4">
              {persona.journeys.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    href={`/journeys/${id}?persona=${persona.id}`}
                    className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
      {recounting || recounted ? (
        <p className="mt-2 text-xs text-soft" role="status">
          {recounting
            ? t('Answers are being counted anew. The numbers follow in a moment.')
            : recounted
              ? recountedText(recounted.because, when(recounted.at), t)
              : ''}
        </p>
      ) : null}
    </section>
  );
}

function recountedText(
  because: NonNullable<PersonaPageView['recounted']>['because'],
  when: string,
  t: Translate,
): string {
  if (because === 'this rule') return t('Recounted for the new rule on {when}.', { when });
  if (because === 'people') return t('Recounted for changed contacts on {when}.', { when });
  return t('Recounted for the new rule of “{persona}” on {when}.', { persona: because.rule, when });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-soft">{name}</dt>
      <dd className="tabular font-medium break-words">{children}</dd>
    </div>
  );
}

async function Facts({ fields }: { fields: PersonaFields }) {
  const t = await readText();
  const said = FIELDS.filter(({ name }) => name !== 'name' && fields[name] !== '');
  if (said.length === 0 && !fields.rule)
    return <p className="text-soft">{t('Nothing more is said about this persona.')}</p>;
  return (
    <dl className="flex flex-col gap-4 text-sm">
      {said.map(({ name, label }) => (
        <div key={name}>
          <dt className="text-xs text-soft">{t(label)}</dt>
          <dd className="break-words whitespace-pre-wrap">{fields[name]}</dd>
        </div>
      ))}
      {fields.rule ? (
        <div>
          <dt className="text-xs text-soft">{t('Who counts for it')}</dt>
          <dd className="break-words">{ruleText(fields.rule, t)}</dd>
        </div>
      ) : null}
    </dl>
  );
}

const ruleText = (rule: SegmentRule, t: Translate): string =>
  rule.all
    .map(({ attribute, is, values }) =>
      `${attribute} ${t(SEGMENT_TEST_LABELS[is])} ${values.join(', ')}`.trim(),
    )
    .reduce((one, other) => t('{one}; and {other}', { one, other }));
