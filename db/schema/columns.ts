import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The column that leads every key of a tenant table. */
export const tenant = { workspaceId: uuid('workspace_id').notNull() };

export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
