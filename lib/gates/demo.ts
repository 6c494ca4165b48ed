import { headers } from 'next/headers';
import { env } from '../env';

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/**
 * Whether this is a demo and whoever asks sits at this machine. The front door writes the peer's address from the
 * socket; the host is compared too, so that no other name that was pointed at this machine gets in.
 */
export async function isDemoAtHome(): Promise<boolean> {
  if (!env().MILEPOST_DEMO) return false;
  const asked = await headers();
  const host = (asked.get('host') ?? '').toLowerCase();
  const home = new URL(env().APP_URL);
  return (
    LOOPBACK.test(asked.get('x-milepost-peer') ?? '') &&
    host === home.host &&
    ['localhost', '127.0.0.1', '[::1]'].includes(home.hostname)
  );
}
