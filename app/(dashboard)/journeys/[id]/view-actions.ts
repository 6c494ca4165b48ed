'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import { removeView, saveView } from '@/lib/journey/commands/saved-view';

const save = memberAction(async (member, journeyId: string, name: string, query: string) => {
  await saveView(member.scope, { journeyId, name, query });
  refresh();
});

/** Keeps a view of a map; null when it is done, else why not. */
export async function keepView(journeyId: string, name: string, query: string): Promise<string | null> {
  const result = await save(journeyId, name, query);
  return result.ok ? null : result.problem.title;
}

const remove = memberAction(async (member, id: string) => {
  await removeView(member.scope, { id });
  refresh();
});

/** Drops a view that was kept; null when it is done, else why not. */
export async function dropView(id: string): Promise<string | null> {
  const result = await remove(id);
  return result.ok ? null : result.problem.title;
}
