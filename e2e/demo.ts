import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the demo server tells about itself once its story is loaded. */
export type Demo = {
  url: string;
  email: string;
  password: string;
  workspaceId: string;
  journeyId: string;
  apiKey: string;
  siteKey: string;
  answerUrl: string;
  placements: { link: string; email: string; widget: string };
  placementInfo: Record<string, { metric: string; touchpointId: string }>;
};

const FILE = join(import.meta.dirname, '../.milepost-test/e2e-data/demo.json');

export function isDemoReady(): boolean {
  return existsSync(FILE);
}

/** The demo these tests run against. Throws before it is ready. */
export function demo(): Demo {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Demo;
}
