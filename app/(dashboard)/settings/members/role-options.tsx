import { useText } from '@/components/ui/text';
import { ROLES } from '@/lib/identity/model';
import { ROLE_NAMES } from './role-names';

/** The roles to choose from, weakest first. */
export function RoleOptions() {
  const t = useText();
  return ROLES.map((role) => {
    const name = t(ROLE_NAMES[role]);
    return (
      <option key={role} value={role}>
        {name.charAt(0).toUpperCase() + name.slice(1)}
      </option>
    );
  });
}
