import { findJourney } from '@/db/queries/journeys';
import { announcePresence } from '@/db/queries/notices';
import { notFound } from '@/lib/errors';
import { memberRoute } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { type Change, subscribe } from '@/lib/live';
import { HEARTBEAT_MS, peoplePresent } from '@/lib/presence';

export const dynamic = 'force-dynamic';

/** The browser comes back by itself; coming back proves anew that it still may listen. */
const LIFETIME_MS = 10 * 60_000;

/**
 * Server-sent events of one open map: `answers` with the lineages they touched, `map` with its revision and who edited
 * it, `remarks`, and `presence` with everybody who has it open. `?connection=UUID` names the open page.
 */
export const GET = memberRoute<{ id: string }>(async ({ scope, user }, request, { id }) => {
  if (!isUuid(id) || !(await findJourney(scope, id))) throw notFound();
  const connection = new URL(request.url).searchParams.get('connection') ?? '';
  const { workspaceId } = scope;
  const people = peoplePresent();
  const sign = (gone: boolean) =>
    isUuid(connection)
      ? announcePresence(scope, {
          journeyId: id,
          connection,
          userId: user.id,
          name: user.name,
          touchpointId: people.placeOf(workspaceId, id, user.id, connection) ?? null,
          gone,
        }).catch(() => {})
      : Promise.resolve();

  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      let sent = '';
      const sendPeople = () => {
        const text = JSON.stringify({ people: people.at(workspaceId, id, Date.now()) });
        if (text !== sent) send(`event: presence\ndata: ${text}\n\n`);
        sent = text;
      };
      const unsubscribe = subscribe(workspaceId, (change) => {
        if (change.kind === 'answers') send(eventOf('answers', { lineages: change.lineages }));
        else if (change.journeyId !== id) return;
        else if (change.kind === 'presence') sendPeople();
        else send(eventOf(change.kind, detailOf(change)));
      });
      const heartbeat = setInterval(() => {
        // Also keeps proxies from closing a quiet line, and drops whoever gave no sign for a while.
        send(': still here\n\n');
        sendPeople();
        void sign(false);
      }, HEARTBEAT_MS);
      // Whoever only comes back for a new line is not told to be gone in between.
      const end = setTimeout(() => {
        stop();
        controller.close();
      }, LIFETIME_MS);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
        clearTimeout(end);
      };
      request.signal.addEventListener('abort', () => {
        stop();
        void sign(true);
      });
      send('retry: 1000\n\n');
      sendPeople();
      void sign(false);
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

const eventOf = (name: string, detail: object) => `event: ${name}\ndata: ${JSON.stringify(detail)}\n\n`;

const detailOf = (change: Exclude<Change, { kind: 'answers' }>) =>
  change.kind === 'map' ? { revision: change.revision, by: change.by } : {};
