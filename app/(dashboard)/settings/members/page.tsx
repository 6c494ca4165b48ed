import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
import { listInvites } from '@/db/queries/invites';
import { listMembers } from '@/db/queries/members';
import { env } from '@/lib/env';
import { requireMember } from '@/lib/gates/member';
import { mailTransport } from '@/lib/mailer';
import { Section } from '../section';
import { InviteForm } from './invite-form';

import { LeaveButton } from './leave-button';
import { MemberRow } from './member-row';
import { WithdrawForm } from './withdraw-form';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage() {
  const { scope, role, user, workspace } = await requireMember();
  const owner = role === 'owner';
  const members = await listMembers(scope);
  const invites = owner ? await listInvites(scope, new Date()) : [];
  const dayOf = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: workspace.timeZone });
  return (
    <>
      <Section
        title="Members"
        hint="Viewers read, editors also change journeys and surveys, owners also people, keys and settings."
      >
        <Table
          label="People in this workspace"
          head={
            <tr>
              <Th>Person</Th>
              <Th>Role</Th>
              {owner ? (
                <Th>
                  <span className="sr-only">Remove</span>
                </Th>
              ) : null}
            </tr>
          }
        >
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} owner={owner} self={member.userId === user.id} />
          ))}
        </Table>
        <div>
          <LeaveButton workspaceName={workspace.name} />
        </div>
      </Section>
      {owner ? (
        <Section title="Invite somebody" hint="The invite is for that address only and works for 7 days.">
          {mailTransport() === 'outbox' ? (
            <Notice tone="warn">
              No mail provider is set up: an invite is not sent but printed on the server’s console
              {env().MILEPOST_DEMO ? (
                <>
                  {' '}
                  and shown under{' '}
                  <Link href="/demo/mail" className="font-medium underline underline-offset-2">
                    demo mail
                  </Link>
                </>
              ) : null}
              .
            </Notice>
          ) : null}
          <InviteForm />
          {invites.length > 0 ? (
            <Table
              label="Open invites"
              head={
                <tr>
                  <Th>Invited</Th>
                  <Th>Role</Th>
                  <Th>Until</Th>
                  <Th>
                    <span className="sr-only">Withdraw</span>
                  </Th>
                </tr>
              }
            >
              {invites.map((invite) => (
                <tr key={invite.id}>
                  <Td className="break-all">{invite.email}</Td>
                  <Td className="capitalize">{invite.role}</Td>
                  <Td className="whitespace-nowrap">{dayOf.format(invite.expiresAt)}</Td>
                  <Td className="text-right">
                    <WithdrawForm id={invite.id} email={invite.email} />
                  </Td>
                </tr>
              ))}
            </Table>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
