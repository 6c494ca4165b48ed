import { GitCompare } from 'lucide-react';
import type { Metadata } from 'next';
import { DifferenceList } from '@/components/journey/difference-list';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { Page, PageHeader } from '@/components/ui/page-header';
import { findDocument } from '@/db/queries/documents';
import { findVersionDocument, listVersions } from '@/db/queries/journey-versions';
import { findTree } from '@/db/queries/journeys';
import { listPersonas } from '@/db/queries/personas';
import { listRelatedJourneys } from '@/db/queries/related-journeys';
import { readText } from '@/lib/gates/language';
import type { Member } from '@/lib/gates/member';
import { documentSchema, type JourneyDocument } from '@/lib/journey/model/document';
import { JOURNEY_STATE_LABELS } from '@/lib/journey/model/journey';
import { compareDocuments } from '@/lib/journey/rules/compare';
import type { Names } from '@/lib/journey/rules/field-words';
import { versionName } from '@/lib/journey/rules/version';
import { inSentence } from '@/lib/translate';
import { getPageJourney } from '../find-page-journey';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Compare') };
}

type Side = { key: string; label: string };

export default async function Compare({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, journey } = await getPageJourney((await params).id);
  const [versions, related, asked] = await Promise.all([
    listVersions(scope, journey.id),
    listRelatedJourneys(scope, journey.id),
    searchParams,
  ]);
  const sides: Side[] = [
    { key: 'now', label: t('This map now') },
    ...related.map(({ id, title, state }) => ({
      key: id,
      label: t('{title} ({state})', {
        title,
        state: inSentence(t(JOURNEY_STATE_LABELS[state]), t),
      }),
    })),
    ...versions.map((one) => ({ key: one.id, label: capital(versionName(one, t)) })),
  ];
  const chosen = (value: unknown) => sides.find(({ key }) => key === value);
  // What it was made from stands left, so that the list reads as what has changed since.
  const original = related.find(({ id }) => id === journey.copiedFromId);
  const nothingAsked = !asked.from && !asked.to && !asked.version;
  const other = asked.with ?? (nothingAsked ? related[0]?.id : undefined);
  const [from, to] = other
    ? other === original?.id || journey.state === 'to_be'
      ? [chosen(other), chosen('now')]
      : [chosen('now'), chosen(other)]
    : [chosen(asked.from ?? asked.version ?? sides[1]?.key), chosen(asked.to ?? 'now')];
  return (
    <Page>
      <PageHeader title={t('Compare')} crumbs={[{ href: `/journeys/${journey.id}`, label: journey.title }]}>
        {t('What differs between two versions of this map, or between the map and its copy.')}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      {sides.length < 2 ? (
        <EmptyState icon={GitCompare} title={t('Nothing to compare with yet')}>
          {t(
            'Keep a version under Versions, or copy the map as it is to be from its menu. Both can then be compared with the map as it is now.',
          )}
        </EmptyState>
      ) : (
        <>
          <form className="mb-5 grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
            <Choice name="from" label={t('Before')} sides={sides} chosen={from?.key ?? ''} />
            <Choice name="to" label={t('After')} sides={sides} chosen={to?.key ?? ''} />
            <Button type="submit" className="min-h-10">
              {t('Compare')}
            </Button>
          </form>
          {from && to ? (
            <Result scope={scope} journeyId={journey.id} from={from} to={to} />
          ) : (
            <p role="alert">{t('There is no such version or copy. Choose two of the list.')}</p>
          )}
        </>
      )}
    </Page>
  );
}

function Choice({
  name,
  label,
  sides,
  chosen,
}: {
  name: string;
  label: string;
  sides: readonly Side[];
  chosen: string;
}) {
  return (
    <SelectField label={label} name={name} defaultValue={chosen}>
      {sides.map(({ key, label: text }) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}

async function Result({
  scope,
  journeyId,
  from,
  to,
}: {
  scope: Member['scope'];
  journeyId: string;
  from: Side;
  to: Side;
}) {
  const [a, b, names] = await Promise.all([
    load(scope, journeyId, from.key),
    load(scope, journeyId, to.key),
    loadNames(scope, journeyId),
  ]);
  const t = await readText();
  return (
    <DifferenceList
      differences={compareDocuments(a, b, t)}
      names={names}
      from={from.label}
      to={to.label}
      t={t}
    />
  );
}

/** The key is one of those that were offered, so it is of this journey, its original or a copy. */
async function load(scope: Member['scope'], journeyId: string, key: string): Promise<JourneyDocument> {
  const found =
    (await findDocument(scope, key === 'now' ? journeyId : key)) ?? (await findVersionDocument(scope, key));
  return documentSchema.parse(found);
}

async function loadNames(scope: Member['scope'], journeyId: string): Promise<Names> {
  const [tree, personas] = await Promise.all([findTree(scope, journeyId), listPersonas(scope)]);
  const named = (list: readonly { id: string; name: string }[] = []) =>
    new Map(list.map(({ id, name }) => [id, name]));
  return {
    teams: named(tree?.teams),
    people: named(tree?.members),
    personas: named(personas),
    journeys: new Map(tree?.subJourneys.map(({ id, title }) => [id, title])),
    channels: new Map(tree?.channels.map(({ key, label }) => [key, label])),
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
