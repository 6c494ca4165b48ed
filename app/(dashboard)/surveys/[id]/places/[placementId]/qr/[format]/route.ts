import { linkAddress } from '@/app/(dashboard)/surveys/[id]/link-address';
import { qrPng, qrSvg } from '@/app/qr-code';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';

/** The QR code of one link, as a picture or, with `?save`, as a file. */
export const GET = memberRoute<{ id: string; placementId: string; format: string }>(
  async ({ scope }, request, { id, placementId, format }) => {
    if (format !== 'svg' && format !== 'png') throw notFound();
    const { address } = await linkAddress(scope, id, placementId);
    const body = format === 'svg' ? await qrSvg(address) : new Uint8Array(await qrPng(address));
    const save = new URL(request.url).searchParams.has('save');
    return new Response(body, {
      headers: {
        'content-type': format === 'svg' ? 'image/svg+xml' : 'image/png',
        'content-disposition': `${save ? 'attachment' : 'inline'}; filename="milepost-qr.${format}"`,
      },
    });
  },
);
