import { createElement, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { REASONS, type Reason } from './gates';
import { loadMilepost, milepost, on, type Reason as PackageReason } from './package/index.js';
import { MilepostSurvey } from './package/react.js';

describe('the package on a server', () => {
  test('does nothing and breaks nothing', () => {
    const loaded = loadMilepost('KEY', { server: 'https://feedback.example.com' });
    expect(loaded('identify', 'u_42')).toBeUndefined();
    expect(milepost('track', 'a')).toBeUndefined();
    expect(on('shown', () => {})).not.toThrow();
  });

  test('draws the place of a survey without the survey, so that the browser agrees', () => {
    const drawn = createElement(MilepostSurvey, { survey: 'KEY', className: 'box' });
    expect(renderToString(createElement(StrictMode, null, drawn))).toBe('<div class="box"></div>');
  });
});

test('the package names the same reasons as the widget', () => {
  const named: readonly PackageReason[] = REASONS;
  const known = (reason: PackageReason): Reason => reason;
  expect(named.map(known)).toEqual([...REASONS]);
});
