import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MASK_KINDS, type Masking, USUAL_MASKING } from '../model/masking';
import { mask, maskedIn } from './mask';

const ALL: Masking = { kinds: [...MASK_KINDS], names: ['Petra Kowalski', 'Jonas'] };

describe('what has to go', () => {
  test.each([
    ['Write to ana.b+x@mail.example.co.uk please', 'Write to [e-mail] please'],
    ['ana(at)example.com or ana [at] example [dot] org', '[e-mail] or [e-mail]'],
    ['jürgen@müller.de', '[e-mail]'],
    ['Call +49 30 901820 tonight', 'Call [phone] tonight'],
    ['my number is 0171 2345678.', 'my number is [phone].'],
    ['(030) 123-4567 rings', '[phone] rings'],
    ['+1 (415) 555-2671', '[phone]'],
    ['0044 20 7946 0958', '[phone]'],
    ['Ring 415-555-2671', 'Ring [phone]'],
    ['Card 4111 1111 1111 1111, thanks', 'Card [card], thanks'],
    ['4111-1111-1111-1111 12/27', '[card] 12/27'],
    ['amex 378282246310005', 'amex [card]'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN [IBAN] please'],
    ['DE89370400440532013000', '[IBAN]'],
    ['gb82 west 1234 5698 7654 32', '[IBAN]'],
    ['NL91ABNA0417164300.', '[IBAN].'],
    ['SSN 078-05-1120', 'SSN [SSN]'],
    ['from 192.168.178.20 again', 'from [IP] again'],
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334 failed', '[IP] failed'],
    ['fe80::1ff:fe23:4567:890a', '[IP]'],
    ['see https://shop.example.com/a/b?user=ana&t=1', 'see https://shop.example.com/a/b?[query]'],
    ['my password is Tr0ub4dor&3 now', 'my password is [key] now'],
    ['Passwort: geheim123', 'Passwort: [key]'],
    ['token sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'token [key]'],
    ['Petra Kowalski was rude, jonas was kind', '[name] was rude, [name] was kind'],
  ])('%s', (text, without) => {
    expect(mask(text, ALL).text).toBe(without);
  });
});

describe('what has to stay', () => {
  test.each([
    'Order 4711-0815-2301 never came',
    'order number 100234567890123',
    'Tracking 1Z999AA10123456784',
    'On 2026-03-14 and again on 14.03.2026',
    'between 08:00-12:00 and 13:00 - 17:00',
    'It cost 1 250 000 euros, or €1,299.99',
    'Room 12, floor 3, 24/7, 5G, Windows 11',
    '100 Mbit, later 1000 Mbit, 45 minutes, 3 days',
    'From 2019 to 2026 I was a customer',
    'Firmware 7.29.11.3 broke it',
    'Version 1.2.3.4 is worse',
    'The PIN did not arrive',
    'I forgot the password twice',
    'my password is wrong',
    'look at https://example.com/help',
    'Postcode 10115 Berlin, 90210 Beverly Hills',
    '4111 1111 1111 1112 is no card',
    'DE00 3704 0044 0532 0130 00 is no account',
    'Ticket 00012345',
    'at 12:30:15 it stopped',
    'model number WH-1000XM4 and FRITZ!Box 7590 AX',
    'I rate it 10/10, 5 of 5 stars, 99.9 %',
    'Jonasson is not on the list',
    'ratio 16:9 and 4::3',
    'Between 2 and 3, 3 and 4, 4 and 5',
    'id 0f8fad5b-d9cb-469f-a165-70867728950e',
  ])('%s', (text) => {
    expect(mask(text, ALL)).toEqual({ text, counts: {} });
  });
});

test('a workspace that chose nothing masks addresses, cards and accounts, and nothing else', () => {
  const { text, counts } = mask('a@b.de, +49 30 901820, DE89370400440532013000', USUAL_MASKING);
  expect(text).toBe('[e-mail], +49 30 901820, [IBAN]');
  expect(counts).toEqual({ email: 1, iban: 1 });
});

test('what was masked is counted from its placeholders', () => {
  expect(maskedIn('[e-mail] and [e-mail], [card]')).toEqual({ email: 2, card: 1 });
});

test('masking what is masked changes nothing more', () => {
  const texts = fc.array(
    fc.oneof(
      fc.constantFrom('a@b.de', '4111 1111 1111 1111', '+49 30 901820', 'Jonas', 'password: x1y2', '::1'),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const once = mask(parts.join(' '), ALL).text;
      expect(mask(once, ALL).text).toBe(once);
    }),
  );
});

test('long texts of nasty shapes are masked within a moment', () => {
  for (const part of ['0 ', 'a.', '1:', 'AB12', '(', 'password is ', '1234-', '@', 'a@a.', 'DE12 ']) {
    const started = performance.now();
    mask(part.repeat(4000 / part.length), ALL);
    expect(performance.now() - started, part).toBeLessThan(200);
  }
});
