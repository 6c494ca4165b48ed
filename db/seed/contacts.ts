import type { PersonaName } from './story';

const FIRST_NAMES =
  'Aisha Ben Carla Dev Ellen Femi Grace Hugo Imani Jonas Kate Liam Maya Noor Oscar Priya Quinn Rosa Sam Tess Umar Vera Will Xenia Yusuf Zoe Alba Bruno Chloe Dora';
const LAST_NAMES =
  'Okafor Smith Rossi Patel Novak Adeyemi Walsh Keller Mensah Berg Turner Doyle Costa Haddad Lind Shah Murphy Silva Reid Cole Khan Popov Hughes Marin Demir Frost Vidal Greco Moreau Nagy';
const CITIES = ['Leeds', 'York', 'Bradford', 'Hull', 'Sheffield'];

/** Sixty people who can be written to; the addresses lead nowhere. */
export const CONTACTS: readonly { name: string; email: string; persona: PersonaName; city: string }[] =
  Array.from({ length: 60 }, (_, place) => {
    const firsts = FIRST_NAMES.split(' ');
    const lasts = LAST_NAMES.split(' ');
    const first = firsts[place % firsts.length] as string;
    const last = lasts[(place * 7 + Math.floor(place / firsts.length)) % lasts.length] as string;
    return {
      name: `${first} ${last}`,
      email: `${first}.${last}@example.com`.toLowerCase(),
      persona: place % 5 < 3 ? 'Mover' : 'Renter',
      city: CITIES[place % CITIES.length] as string,
    };
  });
