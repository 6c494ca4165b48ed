import { describe, expect, test } from 'vitest';
import { findDocument } from '@/db/queries/documents';
import { listVersions } from '@/db/queries/journey-versions';
import { findTree, listJourneyCounts } from '@/db/queries/journeys';
import { listTeams } from '@/db/queries/teams';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { testObjects } from '@/db/testing/objects';
import { newId } from '../id';
import { importIntoJourney, importJourney } from './commands/import-journey';
import { createJourney } from './commands/journey';
import type { JourneyDocument } from './model/document';
import { writeCsv } from './rules/exchange/csv';
import { writeJson } from './rules/exchange/json';
import { writeMermaid } from './rules/exchange/mermaid';
import { TEMPLATES } from './templates';

testDatabase();

type Scope = Awaited<ReturnType<typeof testWorkspace>>['scope'];
const documentOf = async (scope: Scope, id: string): Promise<JourneyDocument> => {
  const document = await findDocument(scope, id);
  if (!document) throw new Error('There is no such journey.');
  return document;
};

/** A text with its ids replaced by the order in which they first occur; lists that are sorted by id lose their order. */
function withoutIds(document: JourneyDocument): string {
  const byTitle = new Map(document.touchpoints.map(({ id, title }) => [id, title]));
  const links = document.links.map((one) =>
    [one.kind, one.label, byTitle.get(one.fromId ?? ''), byTitle.get(one.toId ?? '')].join(),
  );
  const seen = new Map<string, number>();
  return JSON.stringify({ ...document, links: links.sort() }).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    if (!seen.has(id)) seen.set(id, seen.size);
    return `#${seen.get(id)}`;
  });
}

describe('importing a map', () => {
  test('an export becomes the same journey in another workspace, with teams, channels and personas by name', async () => {
    const [one, other] = [await testWorkspace(), await testWorkspace()];
    for (const template of TEMPLATES) {
      const { id } = await createJourney(one.scope, { template: template.id });
      const source = await documentOf(one.scope, id);
      const made = await importJourney(other.scope, { text: writeJson(source), format: 'json' });
      const copy = await documentOf(other.scope, made.id);
      const pruned = (document: JourneyDocument) => ({ ...document, ...{ teams: [], channels: [] } });
      expect(withoutIds(pruned(copy))).toBe(withoutIds(pruned(source)));
      expect(JSON.parse(writeJson(copy)).teams.map(({ name }: { name: string }) => name)).toEqual(
        JSON.parse(writeJson(source)).teams.map(({ name }: { name: string }) => name),
      );
    }
    const names = (await listTeams(other.scope)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a file cannot point at anything of another workspace, nor of this one', async () => {
    const [mine, foreign] = [await testWorkspace(), await testWorkspace()];
    const objects = await testObjects(foreign);
    const own = await testObjects(mine);
    for (const target of [objects, own]) {
      const document = await documentOf(target === own ? mine.scope : foreign.scope, target.journey);
      const [touchpoint] = document.touchpoints;
      if (!touchpoint) throw new Error('The journey is empty.');
      Object.assign(touchpoint, {
        ...{ lineageId: target.lineage, ownerUserId: target.member, subJourneyId: target.otherJourney },
        ...{
          ownerTeamId: target.team,
          absorbed: [{ lineageId: target.lineage, absorbedAt: '2026-01-01T00:00:00Z' }],
        },
      });
      document.statements.push({
        ...{ id: target.survey, stageId: null, touchpointId: touchpoint.id, kind: 'pain', effect: null },
        ...{ text: 'Hard', state: 'validated', personaId: target.persona, expiresOn: null },
        evidence: [
          {
            ...{
              id: target.contact,
              kind: 'survey',
              stance: 'supports',
              method: '',
              gatheredOn: '2026-01-01',
              n: 1,
            },
            ...{
              quote: '',
              link: '',
              placementId: target.placement,
              responseId: target.response,
              expiresOn: null,
            },
          },
        ],
      });
      document.teams = [];
      document.personas = [];
      const { id } = await importJourney(mine.scope, { text: JSON.stringify(document), format: 'json' });
      const text = JSON.stringify({ ...(await documentOf(mine.scope, id)), teams: [] });
      for (const [kind, value] of Object.entries(target)) expect(text.includes(value), kind).toBe(false);
    }
  });

  test('into a journey that is there, touchpoints keep lineage and what the file does not speak of, after a safety version', async () => {
    const { scope } = await testWorkspace();
    const { id } = await createJourney(scope, { template: 'online-shop' });
    const before = await documentOf(scope, id);
    const text = writeCsv(before)
      .replace('Product page', 'Page of the product')
      .replace('"search;', '"search;');
    const { previous } = await importIntoJourney(scope, {
      id,
      text: text.replace('Order confirmation', 'Order mail'),
      format: 'csv',
    });
    const after = await documentOf(scope, id);
    const lineage = (document: JourneyDocument, title: string) =>
      document.touchpoints.find((one) => one.title === title)?.lineageId;
    expect(after.touchpoints).toHaveLength(before.touchpoints.length);
    expect(lineage(after, 'Basket and payment')).toBe(lineage(before, 'Basket and payment'));
    expect(lineage(after, 'Order mail')).not.toBe(lineage(before, 'Order confirmation'));
    expect(after.researchQuestions).toEqual(before.researchQuestions);
    expect((await listVersions(scope, id)).find((one) => one.id === previous.versionId)).toMatchObject({
      kind: 'safety',
    });
  });

  test('an unchanged export into its own journey changes nothing, whatever the format', async () => {
    const { scope } = await testWorkspace();
    const { id } = await createJourney(scope, { template: 'air-passenger' });
    const before = await documentOf(scope, id);
    const texts = {
      json: writeJson(before),
      csv: writeCsv(before),
      mermaid: writeMermaid(before, new Map()),
    };
    for (const [format, text] of Object.entries(texts)) {
      await importIntoJourney(scope, { id, text, format: format as 'json' });
      expect(await documentOf(scope, id)).toEqual(before);
    }
  });

  test('what JSON can hold and a database cannot is refused with its place, and twins of one name become one', async () => {
    const { scope } = await testWorkspace();
    const [stageId, touchpointId] = [newId(), newId()];
    const touchpoint = { id: touchpointId, stageId, lineageId: newId(), title: 'T' };
    const file = {
      ...{ format: 'milepost-journey', version: 1, journey: { lineageId: newId(), title: 'J' } },
      ...{ stages: [{ id: stageId, title: 'S' }], touchpoints: [touchpoint] },
    };
    const statement = { id: newId(), touchpointId, kind: 'pain', text: 'Slow', expiresOn: '0000-01-01' };
    for (const broken of [
      { touchpoints: [{ ...touchpoint, promise: 'a\u0000b' }] },
      { touchpoints: [{ ...touchpoint, promise: 'a\ud800b' }] },
      { journey: { lineageId: newId(), title: 'a\u0000b' } },
      { statements: [statement] },
    ]) {
      const text = JSON.stringify({ ...file, ...broken });
      await expect(importJourney(scope, { text, format: 'json' })).rejects.toMatchObject({
        code: 'invalid',
        errors: [{ path: expect.stringMatching(/^line 1, column \d+$/) }],
      });
    }
    const personas = ['Ana', 'Ana', 'Bo'].map((name) => ({ id: newId(), name }));
    const made = await importJourney(scope, { text: JSON.stringify({ ...file, personas }), format: 'json' });
    const tree = await findTree(scope, made.id);
    expect(tree?.personas.map(({ name }) => name)).toEqual(['Ana', 'Bo']);
  });

  test('what cannot be read is refused with its places, and nothing is made', async () => {
    const { scope } = await testWorkspace();
    await expect(
      importJourney(scope, { text: 'stage,touchpoint,emotion\nA,B,9\n', format: 'csv' }),
    ).rejects.toMatchObject({ code: 'invalid', errors: [{ path: 'line 2, column 3' }] });
    await expect(
      importJourney(scope, { text: 'journey\n  no score\n', format: 'mermaid' }),
    ).rejects.toMatchObject({
      errors: [{ path: 'line 2, column 3' }],
    });
    expect(await listJourneyCounts(scope)).toEqual([]);
  });
});
