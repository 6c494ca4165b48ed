import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { ENGLISH } from '../../translate';
import type { QuoteView } from '../model';
import { storyOf } from './story';

const only = (over: Parameters<typeof touchpointView>[1], map: Parameters<typeof mapView>[1] = {}) =>
  storyOf(mapView([stageView('s', [touchpointView('a', { title: 'Checkout', ...over })])], map), ENGLISH)
    .stages[0]?.paragraphs[0]?.sentences ?? [];

describe('the story of a journey', () => {
  test('says that nobody asked where nobody asked, instead of telling a guess as a fact', () => {
    expect(only({})).toContain('Nobody has asked customers here, so all of this is what the team believes.');
  });

  test('tells each score with its interval and n, and never a score below the minimum n', () => {
    const enough = only({ measures: [measureView('ces', [0, 0, 0, 0, 4, 3, 3])] }).join(' ');
    expect(enough).toMatch(/CES is 5\.9 \(\d\.\d … \d\.\d, n 10\)/);
    const few = only({ measures: [measureView('ces', [0, 0, 0, 0, 0, 0, 4])] }).join(' ');
    expect(few).toContain('4 of the 5 answers that a score needs');
    expect(few).not.toContain('7.0');
  });

  test('names the gap only where the expected emotion lies outside the interval', () => {
    const measures = [measureView('emotion', [40, 20, 0, 0, 0])];
    expect(only({ measures, expectedEmotion: 1 }).join(' ')).toContain(
      'The team thought +1.0, customers −1.7 (n 60).',
    );
    expect(only({ measures, expectedEmotion: -1.7 }).join(' ')).not.toContain('The team thought');
  });

  test('tells every statement with its state, and refuted ones as refuted', () => {
    const statement = {
      id: 'x',
      stageId: null,
      touchpointId: 'a',
      kind: 'pain' as const,
      effect: null,
      text: 'Nobody says when.',
      claimed: 'refuted' as const,
      state: 'refuted' as const,
      personaId: null,
      expiresOn: null,
      createdOn: '2026-01-01',
      evidence: [],
    };
    expect(only({}, { statements: [statement] })).toContain('What hurts: Nobody says when (refuted).');
  });

  test('tells the words that a member chose, and no others', () => {
    const quote = { comment: 'Nobody came.' } as QuoteView;
    const touchpoint = touchpointView('a', { title: 'Checkout', quote });
    const map = mapView([stageView('s', [touchpoint])]);
    const quoted = (quotes?: Map<string, QuoteView[]>) =>
      storyOf(map, ENGLISH, quotes).stages[0]?.paragraphs[0]?.quote;
    expect(quoted()).toBeNull();
    expect(quoted(new Map([['a', [{ ...quote, comment: 'It was quick.' }]]]))).toBe('It was quick.');
  });

  test('tells where customers leave, go back and re-enter with the share that is known', () => {
    const link = { id: 'l', fromId: 'a', toId: null, label: '', shareRatio: 0.4, kind: 'exit' as const };
    expect(only({}, { links: [link] })).toContain('40\u00a0% leave the journey here.');
  });
});
