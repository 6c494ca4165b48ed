import { describe, expect, test } from 'vitest';
import { readContactList } from './read-contact-list';

const personas = [{ id: '018f0000-0000-7000-8000-000000000001', name: 'Mover' }];
const read = (text: string) => readContactList(text, personas);

describe('readContactList', () => {
  test('reads a table with a header; other columns become attributes', () => {
    const text = '\uFEFFName;E-Mail;Persona;Plan\r\n"Ana; the first";ANA@Example.com;mover;Fibre\r\n';
    expect(read(text)).toEqual({
      contacts: [
        {
          email: 'ana@example.com',
          name: 'Ana; the first',
          personaId: personas[0]?.id,
          attributes: { Plan: 'Fibre' },
        },
      ],
      refused: [],
      repeated: 0,
    });
  });

  test('reads pasted addresses in every usual spelling', () => {
    const { contacts, refused } = read(
      'ana@example.com, Bo <bo@example.com>; "Cy" <cy@example.com>\n\n dee@example.com ',
    );
    expect(contacts.map(({ email, name }) => [email, name])).toEqual([
      ['ana@example.com', ''],
      ['bo@example.com', 'Bo'],
      ['cy@example.com', 'Cy'],
      ['dee@example.com', ''],
    ]);
    expect(refused).toEqual([]);
  });

  test('refuses each bad line with its number and a reason, and takes the others', () => {
    const { contacts, refused } = read(
      'email,persona\nana@example.com,\nnot an address,\nbo@example.com,Stranger\n',
    );
    expect(contacts.map(({ email }) => email)).toEqual(['ana@example.com']);
    expect(refused.map(({ line, why }) => [line, why])).toEqual([
      [3, 'Give one e-mail address, like ana@example.com.'],
      [4, 'There is no persona “Stranger”.'],
    ]);
  });

  test('takes an address that appears twice once, the later line winning', () => {
    const { contacts, repeated } = read('email,name\nana@example.com,Old\nANA@example.com,New\n');
    expect(contacts.map(({ name }) => name)).toEqual(['New']);
    expect(repeated).toBe(1);
  });

  test.each(['a@b', 'a@b.c@d.e', '"quoted"@example.com', 'a@exam ple.com', 'a@example.com\u0000', '<>', '@'])(
    'never takes %j for an address',
    (text) => {
      const { contacts, refused } = read(`email\n${text}\n`);
      expect(contacts).toEqual([]);
      expect(refused).toHaveLength(1);
    },
  );

  test('a line break cannot enter a name', () => {
    const { contacts, refused } = read('email,name\nana@example.com,"Ana\nBcc: all@example.com"\n');
    expect(contacts).toEqual([]);
    expect(refused[0]?.why).toBe('Write it on one line.');
  });

  test('a broken table is refused as a whole, with the line', () => {
    const { contacts, refused } = read('email,name\nana@example.com,"open\n');
    expect(contacts).toEqual([]);
    expect(refused[0]?.why).toContain('broken');
  });

  test('nothing comes of nothing', () => {
    expect(read('')).toEqual({ contacts: [], refused: [], repeated: 0 });
  });
});
