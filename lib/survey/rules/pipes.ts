import { PIPES } from '../model/content';

/**
 * What is known when a text is written. `contact`: attributes by name, `name` among them; null where nobody is known;
 * 'later' leaves the fields of the contact for the widget to fill in.
 */
export type Known = {
  contact: Readonly<Record<string, string>> | null | 'later';
  touchpoint: string;
  /** Who looks after the customer there; '' for nobody. */
  touchpointContact: string;
  brand: string;
};

/**
 * An author's text with its fields filled in: `{contact.name|there}` becomes the name, or `there` where it is not known
 * or empty. What is filled in is never read again as a field.
 *
 * @example fillPipes('Thanks, {contact.name|friend}!', { contact: null, … }) // 'Thanks, friend!'
 */
export function fillPipes(text: string, known: Known): string {
  return text.replace(PIPES, (whole, field: string, otherwise: string | undefined) => {
    if (field.startsWith('contact.')) {
      if (known.contact === 'later') return whole;
      const name = field.slice('contact.'.length);
      const said = known.contact && Object.hasOwn(known.contact, name) ? known.contact[name]?.trim() : '';
      return said || (otherwise ?? '');
    }
    const value = { brand: known.brand, touchpoint: known.touchpoint }[field] ?? known.touchpointContact;
    return value || (otherwise ?? '');
  });
}
