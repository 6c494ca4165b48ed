import { describe, expect, test } from 'vitest';
import { findSavedView, listSavedViews } from '@/db/queries/saved-views';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { createJourney } from './commands/journey';
import { removeView, saveView } from './commands/saved-view';

testDatabase();

describe('views that are kept of a map', () => {
  test('hold the filter and the look under a name, and nothing else of the address', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const query =
      'touchpoint=x&from=2026-01-01&to=2026-02-01&source=email&lanes=pains,touchpoints&layer=gap&a=b';
    await saveView(scope, { journeyId: journey.id, name: 'Gaps', query });
    const [view] = await listSavedViews(scope, journey.id);
    expect(view?.name).toBe('Gaps');
    expect(Object.fromEntries(new URLSearchParams(view?.query))).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
      source: 'email',
      lanes: 'pains,touchpoints',
      layer: 'gap',
    });
  });

  test('are replaced under the same name, listed by name, and dropped', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const save = (name: string, query: string) => saveView(scope, { journeyId: journey.id, name, query });
    const first = await save('B', 'zoom=75');
    await save('A', '');
    expect((await save('B', 'zoom=fit')).id).toBe(first.id);
    expect((await listSavedViews(scope, journey.id)).map(({ name, query }) => [name, query])).toEqual([
      ['A', ''],
      ['B', 'zoom=fit'],
    ]);
    await removeView(scope, { id: first.id });
    expect((await listSavedViews(scope, journey.id)).map(({ name }) => name)).toEqual(['A']);
    await expect(removeView(scope, { id: first.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('are at most a hundred of a map, and each of them can still be replaced', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const save = (name: string, query: string) => saveView(scope, { journeyId: journey.id, name, query });
    for (let n = 1; n <= 100; n += 1) await save(`V${n}`, '');
    await expect(save('One more', '')).rejects.toMatchObject({ code: 'conflict' });
    await save('V7', 'zoom=fit');
    const views = await listSavedViews(scope, journey.id);
    expect(views).toHaveLength(100);
    expect(views.find(({ name }) => name === 'V7')?.query).toBe('zoom=fit');
  });

  test('with a filter that cannot be read are refused', async () => {
    const { scope } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    await expect(
      saveView(scope, { journeyId: journey.id, name: 'B', query: 'from=yesterday' }),
    ).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('are not seen by another workspace', async () => {
    const { scope } = await testWorkspace();
    const { scope: other } = await testWorkspace();
    const journey = await createJourney(scope, { title: 'J' });
    const { id } = await saveView(scope, { journeyId: journey.id, name: 'B', query: '' });
    expect(await listSavedViews(other, journey.id)).toEqual([]);
    expect(await findSavedView(other, id)).toBeNull();
    expect(await findSavedView(scope, id)).not.toBeNull();
  });
});
