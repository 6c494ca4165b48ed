import type { Metadata } from 'next';
import { Table, Td, Th } from '@/components/ui/table';
import { listApiKeys } from '@/db/queries/api-keys';
import { listJourneyTitles } from '@/db/queries/sub-journeys';
import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { Section } from '../section';
import { MakeKeyForm } from './make-key-form';
import { RevokeButton } from './revoke-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('API keys') };
}

export default async function KeysPage() {
  const t = await readText();
  const { scope, role, workspace } = await requireMember();
  if (role !== 'owner') {
    return (
      <Section title={t('API keys')}>
        <p className="text-soft">{t('Only owners make and revoke keys. Ask one of them.')}</p>
      </Section>
    );
  }
  const [keys, journeys] = await Promise.all([listApiKeys(scope), listJourneyTitles(scope)]);
  const dayOf = new Intl.DateTimeFormat(t.tongue, { dateStyle: 'medium', timeZone: workspace.timeZone });
  return (
    <Section
      title={t('API keys')}
      hint={t(
        'A key lets a program read the scores and answers of this workspace, or also bring in outcomes.',
      )}
    >
      <MakeKeyForm
        example={`${env().APP_URL}/api/v1/journeys/${journeys[0]?.id ?? t('JOURNEY##stands for its id')}/scores`}
      />
      {keys.length > 0 ? (
        <Table
          label={t('Keys that work')}
          head={
            <tr>
              <Th>{t('Name')}</Th>
              <Th>{t('Ends with')}</Th>
              <Th>{t('May')}</Th>
              <Th>{t('Made')}</Th>
              <Th>
                <span className="sr-only">{t('Revoke')}</span>
              </Th>
            </tr>
          }
        >
          {keys.map((key) => (
            <tr key={key.id}>
              <Td className="font-medium break-words">{key.name}</Td>
              <Td>
                <code>{key.hint}</code>
              </Td>
              <Td>{key.writes ? t('read and bring in') : t('read##a right')}</Td>
              <Td className="whitespace-nowrap">{dayOf.format(key.createdAt)}</Td>
              <Td className="text-right">
                <RevokeButton id={key.id} name={key.name} />
              </Td>
            </tr>
          ))}
        </Table>
      ) : (
        <p className="text-sm text-soft">{t('There is no key yet.')}</p>
      )}
    </Section>
  );
}
