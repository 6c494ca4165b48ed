import {
  findPersona,
  findRecount,
  listAllPersonas,
  listKnownPeople,
  listPersonaUse,
  listRuledPersonas,
  type PersonaRow,
} from '@/db/queries/personas';
import type { Scope } from '@/db/scope';
import { notFound } from '../../errors';
import { isUuid } from '../../id';
import type { SegmentRule } from '../model/segment';
import {
  type KnownAttribute,
  knownAttributes,
  personaOf,
  previewSegment,
  type SegmentPreview,
} from '../rules/segment';

/** A persona with where it is used. `contacts`: those who count for it now; `answers`: counted ones, ever. */
export type PersonaUseView = PersonaRow & {
  journeys: { id: string; title: string }[];
  contacts: number;
  answers: number;
};

/** Every persona of the workspace by name, retired ones included. */
export async function loadPersonas(scope: Scope): Promise<PersonaUseView[]> {
  const [personas, use, people, ruled] = await Promise.all([
    listAllPersonas(scope),
    listPersonaUse(scope),
    listKnownPeople(scope),
    listRuledPersonas(scope),
  ]);
  const contacts = new Map<string, number>();
  for (const one of people) {
    const id = personaOf(one, ruled);
    contacts.set(id, (contacts.get(id) ?? 0) + one.people);
  }
  const used = new Map(use.map((one) => [one.id, one]));
  return personas.map((persona) => ({
    ...persona,
    journeys: used.get(persona.id)?.journeys ?? [],
    answers: used.get(persona.id)?.answers ?? 0,
    contacts: contacts.get(persona.id) ?? 0,
  }));
}

/** Everything that the page of one persona shows. */
export type PersonaPageView = {
  persona: PersonaUseView;
  /** What rules can be about. */
  attributes: KnownAttribute[];
  /** Why answers were last counted anew: another rule, of this or another persona, or other people; null: never. */
  recounted: { at: Date; because: 'this rule' | 'people' | { rule: string } } | null;
  /** Whether a recount is due or under way. */
  recounting: boolean;
};

/** One persona with its use. @throws AppError `not_found` */
export async function loadPersona(scope: Scope, id: string): Promise<PersonaPageView> {
  const persona = isUuid(id) ? (await loadPersonas(scope)).find((one) => one.id === id) : undefined;
  if (!persona) throw notFound();
  const [people, { last, pending }] = await Promise.all([listKnownPeople(scope), findRecount(scope)]);
  const other = last?.personaId && last.personaId !== id ? await findPersona(scope, last.personaId) : null;
  return {
    persona,
    attributes: knownAttributes(people),
    recounted: last && {
      at: last.at,
      because: other ? { rule: other.name } : last.personaId === null ? 'people' : 'this rule',
    },
    recounting: pending,
  };
}

/** The attributes that contacts carry, for a persona that does not exist yet. */
export async function loadKnownAttributes(scope: Scope): Promise<KnownAttribute[]> {
  return knownAttributes(await listKnownPeople(scope));
}

/** What a rule would do; `before` by name. */
export type RulePreview = Omit<SegmentPreview, 'before'> & { before: { name: string; people: number }[] };

/**
 * What a rule would do if it were saved now under this name.
 *
 * @param id null: for a persona that does not exist yet
 */
export async function loadRulePreview(
  scope: Scope,
  { id, name, rule }: { id: string | null; name: string; rule: SegmentRule },
): Promise<RulePreview> {
  const [all, people] = await Promise.all([listAllPersonas(scope), listKnownPeople(scope)]);
  const own = { id: id ?? 'new', name, rule, retiredAt: null };
  const others = all.filter((one) => one.id !== own.id && one.retiredAt === null);
  const ruled = [...others, own]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.rule ? [{ id: one.id, rule: one.rule }] : []));
  const preview = previewSegment(own.id, rule, people, ruled);
  return {
    ...preview,
    before: preview.before.map((one) => ({
      name: others.find((other) => other.id === one.id)?.name ?? '',
      people: one.people,
    })),
  };
}
