import { expect, test } from 'vitest';
import { qrPng, qrSvg } from './qr-code';

const ADDRESS = 'https://milepost.example.com/a/0123456789abcdef';

test('the drawing has four white points on each side and black on white, whatever the screen shows', async () => {
  const svg = await qrSvg(ADDRESS);
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  // A code of version v has 17 + 4v points a side.
  expect((size - 8 - 17) % 4).toBe(0);
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).toContain('stroke="#000000"');
  expect(svg).toMatch(/<path stroke="#000000" d="M4 4\.5h7/);
});

test('the picture is wide enough to print at ten centimetres', async () => {
  const png = await qrPng(ADDRESS);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = png.readUInt32BE(16);
  expect(width).toBeGreaterThanOrEqual(1000);
  expect(png.readUInt32BE(20)).toBe(width);
});

test('another address is another code', async () => {
  expect(await qrSvg(`${ADDRESS}x`)).not.toBe(await qrSvg(ADDRESS));
});
