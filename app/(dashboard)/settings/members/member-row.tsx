'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SelectField } from '@/components/ui/field';
import { Td } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { Role } from '@/lib/identity/model';
import { changeRoleAction, removeMemberAction } from '../actions';
import { ROLE_NAMES } from './role-names';
import { RoleOptions } from './role-options';

type Row = { userId: string; name: string | null; email: string; role: Role };

/** One member; owners can change the role and remove. */
export function MemberRow({
  member,
  owner,
  self,
  openInvites,
}: {
  member: Row;
  owner: boolean;
  self: boolean;
  /** Invites of theirs that nobody accepted yet. */
  openInvites: number;
}) {
  const t = useText();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const name = member.name ?? member.email;
  return (
    <tr>
      <Td className="min-w-44">
        <span className="font-medium break-words">{name}</span>
        {self ? <span className="text-soft"> {t('(you)')}</span> : null}
        {member.name ? <span className="block text-xs break-all text-soft">{member.email}</span> : null}
      </Td>
      <Td>
        {owner ? (
          <RoleForm member={member} name={name} />
        ) : (
          <span className="capitalize">{t(ROLE_NAMES[member.role])}</span>
        )}
      </Td>
      {owner ? (
        <Td className="text-right">
          {self ? null : (
            <>
              <Button size="small" onClick={() => setAsking(true)} aria-label={t('Remove {name}', { name })}>
                {t('Remove')}
              </Button>
              <ConfirmDialog
                open={asking}
                onClose={() => setAsking(false)}
                title={t('Remove {name}?', { name })}
                confirmText={t('Remove')}
                onConfirm={async () => {
                  const result = await removeMemberAction(member.userId);
                  if (!result.ok) return result.problem.title;
                  const n = result.value.invitesEnded;
                  say(
                    n === 0
                      ? t('Removed {name}.', { name })
                      : t('Removed {name} and ended {n, plural, one {# invite} other {# invites}}.', {
                          name,
                          n,
                        }),
                  );
                  return null;
                }}
              >
                {t('They lose access to this workspace at once. What they made stays.')}
                {openInvites > 0 ? (
                  <>
                    {' '}
                    {t(
                      '{n, plural, one {The open invite that they made ends.} other {The # open invites that they made end.}}',
                      { n: openInvites },
                    )}
                  </>
                ) : null}
              </ConfirmDialog>
            </>
          )}
        </Td>
      ) : null}
    </tr>
  );
}

function RoleForm({ member, name }: { member: Row; name: string }) {
  const t = useText();
  const { form, pending, refusal, done, error } = useForm(changeRoleAction);
  return (
    <form {...form} className="flex flex-wrap items-start gap-2">
      <input type="hidden" name="userId" value={member.userId} />
      <div className="w-28">
        <SelectField
          label={t('Role of {name}', { name })}
          labelHidden
          name="role"
          key={member.role}
          defaultValue={member.role}
          error={error('role')}
        >
          <RoleOptions />
        </SelectField>
      </div>
      <Button
        type="submit"
        disabled={pending}
        className="min-h-10"
        aria-label={t('Change the role of {name}', { name })}
      >
        {t('Change')}
      </Button>
      <span role="status" className="self-center text-xs text-good">
        {done ? t('Saved##state') : ''}
      </span>
      {refusal ? (
        <p role="alert" className="basis-full text-xs font-medium text-bad">
          {refusal}
        </p>
      ) : null}
    </form>
  );
}
