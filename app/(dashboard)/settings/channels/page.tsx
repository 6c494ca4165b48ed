import type { Metadata } from 'next';
import { ChannelSign } from '@/components/journey/channel-icon';
import { Table, Td, Th } from '@/components/ui/table';
import { countChannelUses, listChannels } from '@/db/queries/channels';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { CHANNEL_LABELS, CHANNELS } from '@/lib/journey/model';
import { AddByName } from '../add-by-name';
import { Section } from '../section';
import { addChannelAction } from './actions';
import { ChannelRow } from './channel-row';

export const metadata: Metadata = { title: 'Channels' };

export default async function ChannelsPage() {
  const { scope } = await requireMember();
  const [own, uses] = await Promise.all([listChannels(scope), countChannelUses(scope)]);
  const mayEdit = may(scope.actor, 'channel.add');
  return (
    <>
      <Section
        title="Your channels"
        hint="Where your touchpoints happen, beside the common list below. A retired channel stays on the touchpoints that have it."
      >
        {mayEdit ? (
          <AddByName
            action={addChannelAction}
            name="label"
            label="Name of the channel"
            placeholder="Partner portal"
            maxLength={40}
          />
        ) : null}
        {own.length > 0 ? (
          <Table
            label="Channels that this workspace added"
            head={
              <tr>
                <Th>Channel</Th>
                <Th>Touchpoints</Th>
                {mayEdit ? (
                  <Th>
                    <span className="sr-only">Retire or restore</span>
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
            You have added none yet. Add one where the common list has no word for it.
          </p>
        )}
      </Section>
      <Section title="Common list" hint="Every workspace has these, so that maps can be compared.">
        <Table
          label="Channels of every workspace"
          head={
            <tr>
              <Th>Channel</Th>
              <Th>Touchpoints</Th>
            </tr>
          }
        >
          {CHANNELS.map((key) => (
            <tr key={key}>
              <Td>
                <span className="flex items-center gap-2">
                  <ChannelSign channel={key} />
                  {CHANNEL_LABELS[key]}
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
