import { ENGLISH, type Translate, translator } from '../translate';
import { GERMAN } from './german';

const IN_GERMAN = translator('de', GERMAN);

/** What says messages in a tongue, for readers who are not the ones that ask, such as those of a mail. */
export const sayIn = (tongue: Translate['tongue']): Translate => (tongue === 'de' ? IN_GERMAN : ENGLISH);
