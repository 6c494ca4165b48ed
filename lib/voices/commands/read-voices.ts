import { z } from 'zod';
import { listThemes } from '@/db/queries/themes';
import {
  getVoiceRules,
  lockStaleVoices,
  lockUnreadComments,
  type ReadRow,
  saveReadings,
} from '@/db/queries/voice-reading';
import { command } from '../../command';
import { newId } from '../../id';
import { loadDetector } from '../rules/language';
import { readerOf } from '../rules/read';
import { textHashOf } from './import-voices';

/** Texts of one commit: well below a tenth of a second, so that answers and pages that come meanwhile do not wait. */
const A_COMMIT = 100;

/**
 * Reads one batch of what nobody read yet, new comments before voices that older rules read. `read` is how many; 0 at
 * the end. What it writes beside each voice is its trace.
 */
export const readBatch = command(
  'voice.read',
  z.strictObject({}),
  async (tx) => {
    const detect = await loadDetector();
    const { revision, sentimentWords } = await getVoiceRules(tx);
    const reader = readerOf({ themes: await listThemes(tx), sentimentWords, detect });
    const fresh = await lockUnreadComments(tx, A_COMMIT);
    const texts = fresh.length > 0 ? fresh : await lockStaleVoices(tx, revision, A_COMMIT);
    await saveReadings(
      tx,
      texts.map(
        (one): ReadRow => ({
          ...one,
          ...reader(one.text, one.asked),
          id: newId(),
          textHash: textHashOf(one.text),
        }),
      ),
      revision,
    );
    return { read: texts.length };
  },
  'none',
);
