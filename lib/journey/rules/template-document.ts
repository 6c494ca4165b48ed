import type { JourneyTemplate } from '../model';
import type { JourneyDocument } from '../model/document';
import { EMPTY_TOUCHPOINT } from '../model/touchpoint';
import { byName, emptyDocument, emptyPersona, emptyStage } from './exchange/parts';

/** A template as a journey of its own; what it says about a touchpoint is an assumption of whoever starts from it. */
export function documentOfTemplate(template: JourneyTemplate, newId: () => string): JourneyDocument {
  const document = emptyDocument(template.title, newId);
  const { objective, startTrigger, endOutcome } = template;
  const teams = byName((name) => ({ id: newId(), name }));
  const teamOf = (name: string | null) => (name === null ? null : teams.of(name).id);
  const touchpointOf = (title: string | null) =>
    title === null ? null : (document.touchpoints.find((one) => one.title === title)?.id ?? null);
  Object.assign(document.journey, { objective, startTrigger, endOutcome });
  document.channels = [...template.channels];
  document.personas = template.personas.map(({ name, summary }) => ({
    ...emptyPersona(name, newId),
    summary,
  }));
  for (const { title, goal, owner, touchpoints } of template.stages) {
    const stage = { ...emptyStage(title, newId), goal, ownerTeamId: teamOf(owner) };
    document.stages.push(stage);
    for (const one of touchpoints) {
      const id = newId();
      document.touchpoints.push({
        ...EMPTY_TOUCHPOINT,
        ...{ id, stageId: stage.id, lineageId: newId(), title: one.title, channels: [...one.channels] },
        ...{ kind: one.kind, visibility: one.visibility, moment: one.moment },
        ...{ splitFromId: null, splitAt: null, absorbed: [] },
        expectedEmotion: one.expectedEmotion,
        ownerTeamId: teamOf(one.owner ?? owner),
      });
      for (const { kind, text } of one.statements) {
        document.statements.push({
          ...{ id: newId(), stageId: null, touchpointId: id, kind, text, effect: null },
          ...{ state: 'assumption', personaId: null, expiresOn: null, evidence: [] },
        });
      }
    }
  }
  document.links = template.links.map(({ kind, from, to, label }) => ({
    ...{ id: newId(), kind, fromId: touchpointOf(from), toId: touchpointOf(to), label, shareRatio: null },
  }));
  document.researchQuestions = template.researchQuestions.map((text) => ({
    ...{ id: newId(), text, answer: '', answered: false },
  }));
  document.teams = teams.list;
  return document;
}
