import { findJourney } from '@/db/queries/journeys';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { subscribe } from '@/lib/live';

export const dynamic = 'force-dynamic';

/** Keeps proxies from closing a quiet line. */
const HEARTBEAT_MS = 20_000;

/** The browser comes back by itself; coming back proves anew that it still may listen. */
const LIFETIME_MS = 10 * 60_000;

/** Server-sent events, one per change of answers in the workspace: `change` with the lineages it touched. */
export const GET = memberRoute<{ id: string }>(async ({ scope }, request, { id }) => {
  if (!isUuid(id) || !(await findJourney(scope, id))) throw notFound();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = subscribe(scope.workspaceId, (change) => {
        send(`event: change\ndata: ${JSON.stringify({ lineages: change.lineages })}\n\n`);
      });
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const end = setTimeout(() => {
        stop();
        controller.close();
      }, LIFETIME_MS);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearTimeout(end);
      };
      request.signal.addEventListener('abort', stop);
      send('retry: 1000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
});
