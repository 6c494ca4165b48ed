import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { listInvites } from '@/db/queries/invites';
import { listMembers } from '@/db/queries/members';
import { env } from '@/lib/env';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { mailTransport } from '@/lib/mailer';
import { Section } from '../section';
import { InviteForm } from './invite-form';
import { LeaveButton } from './leave-button';
import { MemberRow } from './member-row';
import { ROLE_NAMES } from './role-names';
import { WithdrawForm } from './withdraw-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Members') };
}

export default async function MembersPage() {
  const t = await readText();
  const { scope, role, user, workspace } = await requireMember();
  const owner = role === 'owner';
  const members = await listMembers(scope);
  const invites = owner ? await listInvites(scope, new Date()) : [];
  const openInvitesOf = (userId: string) => invites.filter(({ inviterId }) => inviterId === userId).length;
  const nameOf = (userId: string | null) => {
    const found = members.find((member) => member.userId === userId);
    return found ? (found.name ?? found.email) : null;
  };
  const dayOf = new Intl.DateTimeFormat(t.tongue, { dateStyle: 'medium', timeZone: workspace.timeZone });
  return (
    <>
      <Section
        title={t('Members')}
        hint={t(
          'Viewers read, editors also change journeys and surveys, owners also people, keys and settings.',
        )}
      >
        <Table
          label={t('People in this workspace')}
          head={
            <tr>
              <Th>{t('Person')}</Th>
              <Th>{t('Role')}</Th>
              {owner ? (
                <Th>
                  <span className="sr-only">{t('Remove')}</span>
                </Th>
              ) : null}
            </tr>
          }
        >
          {members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              owner={owner}
              self={member.userId === user.id}
              openInvites={openInvitesOf(member.userId)}
            />
          ))}
        </Table>
        <div>
          <LeaveButton workspaceName={workspace.name} openInvites={openInvitesOf(user.id)} />
        </div>
      </Section>
      {owner ? (
        <Section
          title={t('Invite somebody')}
          hint={t('The invite is for that address only and works for 7 days.')}
        >
          {mailTransport() === 'outbox' ? (
            <Notice tone="warn">
              {env().MILEPOST_DEMO
                ? rich(
                    t,
                    'No mail provider is set up: an invite is not sent but printed on the server’s console and shown under <a>demo mail</a>.',
                    {
                      a: (inside) => (
                        <Link href="/demo/mail" className="font-medium underline underline-offset-2">
                          {inside}
                        </Link>
                      ),
                    },
                  )
                : t('No mail provider is set up: an invite is not sent but printed on the server’s console.')}
            </Notice>
          ) : null}
          <InviteForm />
          {invites.length > 0 ? (
            <Table
              label={t('Open invites')}
              head={
                <tr>
                  <Th>{t('Invited')}</Th>
                  <Th>{t('Role')}</Th>
                  <Th>{t('Until')}</Th>
                  <Th>
                    <span className="sr-only">{t('Withdraw')}</span>
                  </Th>
                </tr>
              }
            >
              {invites.map((invite) => (
                <tr key={invite.id}>
                  <Td className="min-w-44">
                    <span className="break-all">{invite.email}</span>
                    <span className="block text-xs break-words text-soft">
                      {t('by {name}##who invited', { name: nameOf(invite.inviterId) ?? '' })}
                    </span>
                  </Td>
                  <Td className="capitalize">{t(ROLE_NAMES[invite.role])}</Td>
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
