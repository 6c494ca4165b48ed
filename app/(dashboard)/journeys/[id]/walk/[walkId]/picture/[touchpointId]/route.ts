import { findPicture } from '@/db/queries/walks';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';

export const dynamic = 'force-dynamic';

/** The picture of one step of a walk. */
export const GET = memberRoute<{ id: string; walkId: string; touchpointId: string }>(
  async ({ scope }, _, { walkId, touchpointId }) => {
    const picture =
      isUuid(walkId) && isUuid(touchpointId) ? await findPicture(scope, walkId, touchpointId) : null;
    if (!picture) throw notFound();
    return new Response(new Blob([picture.bytes as Uint8Array<ArrayBuffer>]), {
      headers: { 'content-type': picture.type, 'cache-control': 'private, no-store' },
    });
  },
);
