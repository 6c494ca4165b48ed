import type { Post, Reply } from './form';

/** A reply to one snapshot, with what the server says it holds. */
export type HeldReply = Reply & { seq?: number; state?: string };

/**
 * Makes sending sure of itself where a response can be written from several windows or devices, as behind an
 * invitation: where the server holds a higher sequence number than ours, or another answer under the same one,
 * the snapshot goes out once more above it, so that the newest tap wins. An answer that was completed
 * elsewhere stays complete. A conflict that does not heal that way comes back as 409.
 */
export function catchUp(put: (body: string, leaving?: unknown) => Promise<HeldReply>): Post {
  let ahead = 0;
  let posted = 0;
  let complete = false;

  return async (body, leaving) => {
    const snapshot = JSON.parse(body) as { seq: number; state: string };

    async function attempt(): Promise<{ reply: HeldReply; seq: number; lost: boolean }> {
      const seq = snapshot.seq + ahead;
      posted = Math.max(posted, seq);
      const state = complete ? 'complete' : snapshot.state;
      const reply = await put(JSON.stringify({ ...snapshot, seq, state }), leaving);
      const passed = (reply.status as number) < 300 && (reply.seq ?? seq) > seq;
      return { reply, seq, lost: passed || reply.status === 409 };
    }

    const { reply, seq, lost } = await attempt();
    if (!lost) return reply;
    // Something newer of ours is under way and must not be overtaken by this one.
    if (posted > seq) return { status: 503 };
    ahead += Math.max((reply.seq ?? seq) - seq, 0) + 1;
    complete ||= reply.state === 'complete';
    const second = await attempt();
    return second.lost ? { status: 409 } : second.reply;
  };
}
