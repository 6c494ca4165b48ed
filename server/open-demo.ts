import type { Handle } from '../db/client';
import { holdsDemo } from '../db/seed/demo-mark';

/** Throws where other machines could reach the demo, whose sign-in is public knowledge. */
export async function refuseOpenDemo(handle: Handle, host: string): Promise<void> {
  if (isLoopback(host) || !(await holdsDemo(handle))) return;
  throw new Error(
    `This database holds the demo, whose password everybody knows, and HOST=${host} would show it to other machines: leave HOST unset, or use another database (MILEPOST_DATA_DIR or DATABASE_URL).`,
  );
}

const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|(::ffff:)?127\.0\.0\.1|\[?::1\]?)$/i.test(host);
