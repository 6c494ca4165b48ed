import { catchUp, type HeldReply } from './catch-up';
import { type AskingForm, answering, type DeliveryState, type More, type Status } from './form';
import { post } from './post';
import { createId } from './response-id';

/** What shows that a person is there; moving the mouse does not, because mail scanners' browsers do that too. */
export const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'];

/**
 * Makes the form of a page instant; what it needs to know stands in the form's own data. `root` is the page's `main`,
 * `id` the response's, without which a new one begins. `leave` sends what is not acknowledged yet; `more` goes into every
 * snapshot; `hear` is told what became of each.
 */
export function attachPage(root: HTMLElement, id?: string) {
  const form = root.querySelector('form') as AskingForm;
  const status = root.querySelector('[role=status]') as Status;
  const note = root.querySelector<HTMLElement>('.c');
  const trap = form.elements.namedItem('trap') as HTMLInputElement;
  const { responses, token, thanks = '', seq, confirm, preview, up = '', most } = form.dataset;
  Object.assign(status, { ...status.dataset });
  Object.assign(form, { up: up.split(',').map(Number), most: Number(most) });
  const url = responses + (id || createId());
  const more: More = { context: { language: document.documentElement.lang } };
  let listener: ((said: DeliveryState, finished: boolean) => void) | undefined;

  async function put(body: string, leaving?: unknown): Promise<HeldReply> {
    const snapshot = JSON.parse(body) as { signals?: object };
    const sent = trap.value
      ? JSON.stringify({ ...snapshot, signals: { ...snapshot.signals, trap: trap.value.slice(0, 200) } })
      : body;
    const reply = await post(url, sent, leaving, token);
    const held = await (reply as Partial<Response>).json?.().catch(() => null);
    return { ...held, status: reply.status, headers: reply.headers };
  }

  const save = answering(
    form,
    status,
    () => more,
    preview === undefined ? catchUp(put) : async () => ({ status: 200 }),
    (said, finished = false) => {
      if (note) note.hidden = true;
      listener?.(said, finished);
      if (variant.look === 'page' && preview === undefined && said === 'saved' && finished)
        history.replaceState(null, '', `${thanks}${thanks.includes('?') ? '&' : '?'}s=${form.score.value}`);
    },
    Number(seq),
  );

  function sign(event: Event): void {
    if (!event.isTrusted || document.hidden) return;
    for (const name of SIGNS) removeEventListener(name, sign, true);
    more.signals ||= { ms: event.timeStamp | 0, human: true };
    save();
  }
  if (confirm !== undefined)
    for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });

  return {
    leave: () => save(true),
    more,
    hear(heard: typeof listener): void {
      listener = heard;
    },
  };
}
