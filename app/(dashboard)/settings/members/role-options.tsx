import { ROLES } from '@/lib/identity/model';

/** The roles to choose from, weakest first. */
export function RoleOptions() {
  return ROLES.map((role) => (
    <option key={role} value={role}>
      {role.charAt(0).toUpperCase() + role.slice(1)}
    </option>
  ));
}
