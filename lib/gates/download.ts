import { logFault } from './reply';

/** What a file is called: a title of the workspace's own, the day on which it is made, an ending without its dot. */
export type FileName = { title: string; day: string; ending: string };

/** A file to keep. What is made while it is read can no longer be refused: the connection breaks and the file stays incomplete. */
export function download(
  name: FileName,
  type: string,
  body: string | Uint8Array | AsyncGenerator<string | Uint8Array>,
  requestId: string,
): Response {
  const { plain, full } = namesOf(name);
  const made = typeof body === 'string' || body instanceof Uint8Array;
  return new Response((made ? body : streamOf(body, requestId)) as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full)}`,
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * Chunks as the body of a reply: the next one is made when the reader has taken the one before, and nothing more is made
 * once the reader has gone.
 */
export function streamOf(
  chunks: AsyncGenerator<string | Uint8Array>,
  requestId: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
        } catch (error) {
          logFault(error, requestId);
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** `full` keeps the title's own letters; `plain` is what an old browser takes. */
function namesOf({ title, day, ending }: FileName): { plain: string; full: string } {
  const full = title.replace(/[\s/\\:*?"<>|\p{Cc}]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'journey';
  const plain = full.normalize('NFD').replace(/[^\w.-]+/g, '') || 'journey';
  return { plain: `${plain}-${day}.${ending}`, full: `${full}-${day}.${ending}` };
}
