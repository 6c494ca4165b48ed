import { updateMasking } from '@/db/queries/voice-reading';
import { command } from '../../command';
import { maskingSchema } from '../model/masking';

/** Settles what is taken out of customers' texts before they are stored; what is stored already stays as it is. */
export const settleMasking = command('voice.mask', maskingSchema, async (tx, masking) => {
  const names = [...new Set(masking.names)];
  await updateMasking(tx, { kinds: [...new Set(masking.kinds)], names });
  return {};
});
