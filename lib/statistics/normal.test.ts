import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logBeta, logChoose, logGamma } from './log-gamma';
import { normalCdf, normalQuantile, normalTwoSided, Z95 } from './normal';

describe('the normal distribution', () => {
  // scipy 1.17.1, stats.norm.cdf.
  test.each([
    [-10, 7.619853024160527e-24],
    [-8, 6.22096057427174e-16],
    [-5, 2.866515718791933e-7],
    [-3.5, 0.00023262907903552502],
    [-3, 0.0013498980316300933],
    [-2.9, 0.0018658133003840375],
    [-1, 0.15865525393145707],
    [0.3, 0.6179114221889526],
    [2.5, 0.9937903346742238],
  ])('has P(Z ≤ %d) to twelve digits', (z, p) => {
    expect(normalCdf(z) / p).toBeCloseTo(1, 11);
  });

  test.each([
    [1e-12, -7.034483825301131],
    [0.001, -3.090232306167813],
    [0.1, -1.2815515655446004],
    [0.8, 0.8416212335729143],
    [0.975, Z95],
    [0.999, 3.090232306167813],
  ])('has the quantile of %d (scipy 1.17.1)', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 9);
  });

  test('goes back from the quantile to its probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  test('leaves 5 % beyond both ends of every interval', () => {
    expect(normalTwoSided(Z95)).toBeCloseTo(0.05, 12);
    expect(normalTwoSided(-Z95)).toBeCloseTo(0.05, 12);
    expect(normalTwoSided(0)).toBe(1);
  });

  test('has no quantile of what is no probability', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1.2)).toThrow(RangeError);
  });
});

describe('ln Γ', () => {
  // Python 3, math.lgamma.
  test.each([
    [0.1, 2.2527126517342055],
    [0.5, 0.5723649429247004],
    [3.7, 1.4280723266653883],
    [100, 359.1342053695754],
    [12345.6, 103959.18506616846],
  ])('of %d is right to twelve digits', (x, value) => {
    expect(logGamma(x) / value).toBeCloseTo(1, 12);
  });

  test('gives binomial coefficients and the beta function', () => {
    expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 3);
    expect(logChoose(7, 0)).toBeCloseTo(0, 12);
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 12);
  });

  test('is not asked for at 0', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});
