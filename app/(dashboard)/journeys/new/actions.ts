'use server';

import { redirect } from 'next/navigation';
import { formAction, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { createJourney } from '@/lib/journey/commands/journey';
import { linesOf, setupHref } from '@/lib/journey/rules/setup';

const create = memberAction(async (member, fields: FormData) => {
  const stepwise = textOf(fields, 'then') === 'steps';
  const template = textOf(fields, 'template');
  const title = textOf(fields, 'title').trim();
  const objective = textOf(fields, 'objective').trim();
  const { id } = await createJourney(member.scope, {
    template: template === '' ? null : template,
    ...(title ? { title } : {}),
    ...(objective ? { objective } : {}),
    personaIds: fields.getAll('persona').map(String),
    newPersonas: namesOf(textOf(fields, 'personas')).map((name) => ({ name })),
    questions: linesOf(textOf(fields, 'questions')),
    setupStep: stepwise ? 2 : null,
  });
  redirect(stepwise ? setupHref(id, 2) : `/journeys/${id}`);
});

/** Makes a journey from the form and opens its map. */
export const startJourney = formAction(create);

function namesOf(text: string): string[] {
  const names = text.split(/[,\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
