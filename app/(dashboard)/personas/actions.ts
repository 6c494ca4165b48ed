'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { addPersona, editPersona, restorePersona, retirePersona } from '@/lib/journey/commands/persona';
import type { PersonaFields } from '@/lib/journey/model/persona';
import { segmentRuleSchema } from '@/lib/journey/model/segment';
import { loadRulePreview } from '@/lib/journey/views/personas';

/** Adds a persona (`id` null) or saves what was changed of one; `seen` is what the writer saw of those fields. */
export const savePersona = memberAction(
  async ({ scope }, id: string | null, fields: Partial<PersonaFields>, seen: Record<string, unknown>) => {
    const saved =
      id === null
        ? await addPersona(scope, fields as PersonaFields)
        : await editPersona(scope, { ...fields, id, seen });
    revalidatePath('/personas');
    return { id: saved.id };
  },
);

export const setPersonaRetired = memberAction(async ({ scope }, id: string, retired: boolean) => {
  await (retired ? retirePersona : restorePersona)(scope, { id });
  revalidatePath('/personas');
});

const previewSchema = z.strictObject({
  id: z.uuid().nullable(),
  name: z.string().max(80),
  rule: segmentRuleSchema,
});

/** What a rule would do if it were saved now; nothing is written. */
export const previewRule = memberAction(({ scope }, asked: z.input<typeof previewSchema>) =>
  loadRulePreview(scope, parseInput(previewSchema, asked)),
);
