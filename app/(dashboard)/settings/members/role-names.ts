import type { Role } from '@/lib/identity/model';
import { msg } from '@/lib/translate';

/** What the roles are called within a sentence. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  viewer: msg('viewer##a role'),
  editor: msg('editor##a role'),
  owner: msg('owner##a role'),
};
