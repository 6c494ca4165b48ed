import { isDemoReady } from './demo';

const TIMEOUT_MS = 60_000;

/** The server answers before it has written what the tests need to know. */
export default async function storyReady(): Promise<void> {
  const givenUpAt = Date.now() + TIMEOUT_MS;
  while (!isDemoReady()) {
    if (Date.now() > givenUpAt) throw new Error('The demo server answers but wrote no demo.json.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
