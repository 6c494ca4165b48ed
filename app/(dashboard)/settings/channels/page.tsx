import type { Metadata } from 'next';
import { ChannelSign } from '@/components/journey/channel-icon';
import { Table, Td, Th } from '@/components/ui/table';
import { countChannelUses, listChannels } from '@/db/queries/channels';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { CHANNEL_LABELS, CHANNELS } from '@/lib/journey/model';
import { AddByName } from '../add-by-name';
import { Section } from '../section';
import { addChannelAction } from './actions';
import { ChannelRow } from './channel-row';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Channels') };
}

export default async function ChannelsPage() {
  const t = await readText();
  const { scope } = await requireMember();
  const [own, uses] = await Promise.all([listChannels(scope), countChannelUses(scope)]);
  const mayEdit = may(scope.actor, 'channel.add');
  return (
    <>
      <Section
        title={t('Your channels')}
        hint={t(
          'Where your touchpoints happen, beside the common list below. A retired channel stays on the touchpoints that have it.',
        )}
      >
        {mayEdit ? (
          <AddByName
            action={addChannelAction}
            name="label"
            label={t('Name of the channel')}
            placeholder={t('Partner portal')}
            maxLength={40}
          />
        ) : null}
        {own.length > 0 ? (
          <Table
            label={t('Channels that this workspace added')}
            head={
              <tr>
                <Th>{t('Channel')}</Th>
                <Th>{t('Touchpoints')}</Th>
                {mayEdit ? (
                  <Th>
                    <span className="sr-only">{t('Retire or restore')}</span>
                  </Th>
                ) : null}
              </tr>
            }
          >
            {own.map(({ key, label, retiredAt }) => (
              <ChannelRow
                key={key}
                channel={{ key, label, retired: retiredAt !== null }}
                uses={uses.get(key) ?? 0}
                mayEdit={mayEdit}
              />
            ))}
          </Table>
        ) : (
          <p className="text-sm text-soft">
            {t('You have added none yet. Add one where the common list has no word for it.')}
          </p>
        )}
      </Section>
      <Section title={t('Common list')} hint={t('Every workspace has these, so that maps can be compared.')}>
        <Table
          label={t('Channels of every workspace')}
          head={
            <tr>
              <Th>{t('Channel')}</Th>
              <Th>{t('Touchpoints')}</Th>
            </tr>
          }
        >
          {CHANNELS.map((key) => (
            <tr key={key}>
              <Td>
                <span className="flex items-center gap-2">
                  <ChannelSign channel={key} />
                  {t(CHANNEL_LABELS[key])}
                </span>
              </Td>
              <Td className="tabular">{uses.get(key) ?? 0}</Td>
            </tr>
          ))}
        </Table>
      </Section>
    </>
  );
}
