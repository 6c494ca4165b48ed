import type { Answer } from '@/lib/survey/model';

export type DeliveryState = 'saving' | 'saved' | 'failed';

/**
 * Brings the latest snapshot of one response to the server: the first at once, later ones when the one before
 * has been answered, with no more than the newest waiting. After a failure that may pass it waits 1, 2, 4 … 60 s.
 * A complete answer stays complete.
 *
 * `next` is the first sequence number to use; `post` sends one snapshot, `leaving` when the page may be gone
 * before the reply, and rejects when nothing came back; `show` is told of every change, with whether the answer
 * is a finished one.
 */
export function createDelivery(
  next: number,
  post: (body: string, leaving?: boolean) => Promise<{ status: number }>,
  show: (state: DeliveryState, complete: boolean) => void,
) {
  let seq = next - 1;
  let acknowledged = seq;
  let answer: Answer;
  let complete = false;
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Sends what is not acknowledged, if anything; with `leaving` also while another send is under way. */
  async function send(leaving?: boolean): Promise<void> {
    if (acknowledged === seq || (busy && !leaving)) return;
    clearTimeout(timer);
    if (!leaving) busy = true;
    const sent = seq;
    const state = complete ? 'complete' : 'partial';
    const { status } = await post(JSON.stringify({ seq, state, answer }), leaving).catch(() => ({
      status: 500,
    }));
    if (!leaving) busy = false;

    if (status < 300) {
      failures = 0;
      acknowledged = sent;
      if (sent === seq) show('saved', complete);
    } else if (sent === seq && acknowledged < seq) {
      show('failed', complete);
      clearTimeout(timer);
      if (/4(08|25|29)|5../.test(`${status}`)) timer = setTimeout(send, Math.min(2 ** failures++, 60) * 1e3);
      return;
    }
    send();
  }

  return {
    send,
    /** Takes the newest snapshot and sends it as soon as no other is on its way. */
    save(latest: Answer, finished: boolean): void {
      answer = latest;
      complete ||= finished;
      seq++;
      show('saving', complete);
      send();
    },
  };
}
