'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SelectField } from '@/components/ui/field';
import { Td } from '@/components/ui/table';
import type { Role } from '@/lib/identity/model';
import { changeRoleAction, removeMemberAction } from '../actions';
import { RoleOptions } from './role-options';

type Row = { userId: string; name: string | null; email: string; role: Role };

/** One member; owners can change the role and remove. */
export function MemberRow({ member, owner, self }: { member: Row; owner: boolean; self: boolean }) {
  const [asking, setAsking] = useState(false);
  const name = member.name ?? member.email;
  return (
    <tr>
      <Td className="min-w-44">
        <span className="font-medium break-words">{name}</span>
        {self ? <span className="text-soft"> (you)</span> : null}
        {member.name ? <span className="block text-xs break-all text-soft">{member.email}</span> : null}
      </Td>
      <Td>
        {owner ? <RoleForm member={member} name={name} /> : <span className="capitalize">{member.role}</span>}
      </Td>
      {owner ? (
        <Td className="text-right">
          {self ? null : (
            <>
              <Button size="small" onClick={() => setAsking(true)} aria-label={`Remove ${name}`}>
                Remove
              </Button>
              <ConfirmDialog
                open={asking}
                onClose={() => setAsking(false)}
                title={`Remove ${name}?`}
                confirmText="Remove"
                onConfirm={async () => {
                  const result = await removeMemberAction(member.userId);
                  return result.ok ? null : result.problem.title;
                }}
              >
                They lose access to this workspace at once. What they made stays.
              </ConfirmDialog>
            </>
          )}
        </Td>
      ) : null}
    </tr>
  );
}

function RoleForm({ member, name }: { member: Row; name: string }) {
  const { form, pending, refusal, done, error } = useForm(changeRoleAction);
  return (
    <form {...form} className="flex flex-wrap items-start gap-2">
      <input type="hidden" name="userId" value={member.userId} />
      <div className="w-28">
        <SelectField
          label={`Role of ${name}`}
          labelHidden
          name="role"
          key={member.role}
          defaultValue={member.role}
          error={refusal ?? error('role')}
        >
          <RoleOptions />
        </SelectField>
      </div>
      <Button type="submit" disabled={pending} className="min-h-10" aria-label={`Change the role of ${name}`}>
        Change
      </Button>
      <span role="status" className="self-center text-xs text-good">
        {done ? 'Saved' : ''}
      </span>
    </form>
  );
}
