import { BlockList, isIP } from 'node:net';

/**
 * Addresses that lead into this machine, its network or nowhere: what the IANA registers as special (RFC 6890 and its
 * additions), among them the clouds' metadata address. Whoever may name an address for us to call could otherwise reach
 * what only we can reach.
 */
const SPECIAL = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv4');

/** Of IPv6 only what is handed out for the whole world can be public, and of that not what carries IPv4 or is for examples. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv6');

/**
 * Whether an address is one of the public internet. What is no address is not.
 * @example isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%')[0] ?? '';
  const family = isIP(plain);
  if (family === 4) return !SPECIAL.check(plain, 'ipv4');
  return family === 6 && GLOBAL.check(plain, 'ipv6') && !SPECIAL.check(plain, 'ipv6');
}
