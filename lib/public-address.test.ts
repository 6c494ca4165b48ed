import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address';

test.each([
  ['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.9'],
  ['::1', '::', '[::1]', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1'],
  [
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ],
  ['localhost', '', '127.1', '0x7f000001', '2130706433', 'example.com'],
])('%s and its like are not public', (...addresses) => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
});

test('addresses of the internet are public', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::6810:1', '[2a00:1450::1]'])
    expect(isPublicAddress(address), address).toBe(true);
});
