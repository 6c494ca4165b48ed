import { expect, test } from 'vitest';
import { buildWidget } from '../scripts/build-widget.mjs';
import { loaderScript, siteConfig } from './config';

const { loader } = await buildWidget();

/** Runs the built loader in a page that has these inline places; returns what it asks the server for. */
function requestsOf(slots: (string | undefined)[]): string[] {
  const asked: string[] = [];
  const page = {
    window: {} as Record<string, unknown>,
    document: {
      readyState: 'complete',
      querySelectorAll: () => slots.map((milepostSurvey) => ({ dataset: { milepostSurvey } })),
    },
    location: { pathname: '/', search: '' },
    localStorage: { getItem: () => null, setItem: () => {} },
    addEventListener: () => {},
    ask: (address: string) => {
      asked.push(address);
      return new Promise(() => {});
    },
  };
  const script = loaderScript(loader, siteConfig('https://ask.example', [])).replace(/\bimport\(/g, 'ask(');
  new Function(...Object.keys(page), script)(...Object.values(page));
  // A loader that failed would ask for nothing too.
  expect(page.window.milepost).toBeDefined();
  return asked;
}

test('an inline place is asked for by its key', () => {
  expect(requestsOf(['Lm7Q2xKp9abc'])).toEqual(['https://ask.example/v1/q/Lm7Q2xKp9abc.js']);
});

test('a place without a key is passed over without a request, and does not hold up the others', () => {
  expect(requestsOf([''])).toEqual([]);
  expect(requestsOf(['', 'Lm7Q2xKp9abc'])).toEqual(['https://ask.example/v1/q/Lm7Q2xKp9abc.js']);
});
