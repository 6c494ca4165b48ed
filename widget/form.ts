import type { Answer } from '@/lib/survey/model';
import { createDelivery, type DeliveryState } from './delivery';

const TYPING_PAUSE_MS = 700;

/**
 * Makes a drawn question instant: the first tap is sent at once, words and comment shortly after they change,
 * the button finishes the answer and brings the thanks. Reads everything it says from the view itself.
 * `root` holds form, thanks and status, in this order; it may lie in a shadow root. `seq` is the response's next sequence number,
 * `post` sends one snapshot; `onState` is told of every delivery state, after the view.
 * `root`'s accessible name, if it has one, is announced. Returns a function that sends the form as it stands.
 */
export function attachForm(
  root: Element,
  seq: number,
  post: (body: string, leaving?: boolean) => Promise<{ status: number }>,
  onState: (state: DeliveryState, complete: boolean) => void,
): (finished?: boolean) => void {
  const form = root.querySelector('form') as HTMLFormElement;
  const thanks = form.nextSibling as HTMLElement;
  const status = thanks.nextSibling as HTMLElement;
  let typing: ReturnType<typeof setTimeout> | 0 | undefined;
  let finishing = false;

  const { save, send } = createDelivery(seq, post, (state, complete) => {
    status.textContent = status.dataset[state] as string;
    if (finishing && state === 'saved') swap(form, thanks);
    onState(state, complete);
  });

  function saveForm(finished = false): void {
    clearTimeout(typing as number);
    typing = 0;
    const answer = read(form);
    if (answer) save(answer, finished);
  }

  function leave(): void {
    if (typing) saveForm();
    send(true);
  }

  form.oninput = ({ target }) => {
    const { name } = target as HTMLInputElement;
    clearTimeout(typing as number);
    if (name === 'score') saveForm();
    else typing = setTimeout(saveForm, TYPING_PAUSE_MS);
    if (name === 'words') limitWords(form, target as HTMLInputElement);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    finishing = true;
    saveForm(true);
  };
  (thanks.lastChild as HTMLElement).onclick = () => {
    finishing = false;
    status.textContent = '';
    swap(thanks, form);
  };
  // Also when the page or the network comes back: then nothing waits for the next try.
  for (const name of ['pagehide', 'visibilitychange', 'online']) addEventListener(name, leave);

  // A live region speaks only of what changes after it is in the page: here, that a question has come.
  setTimeout(() => {
    status.textContent ||= root.getAttribute('aria-label');
  }, 300);

  return saveForm;
}

function read(form: HTMLFormElement): Answer | null {
  const data = new FormData(form);
  const score = data.get('score');
  const words = data.getAll('words') as string[];
  // A pasted NUL or half of a surrogate pair would cost the whole answer.
  const comment = (data.get('comment') as string).replace(/[\0\ud800-\udfff]/gu, '').trim();
  return score ? { score: +score, ...(words[0] && { words }), ...(comment && { comment }) } : null;
}

/** Keeps to the most words one may choose; the last box is "none of these" and stands alone. */
function limitWords(form: HTMLFormElement, touched: HTMLInputElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('fieldset input')];
  const none = boxes.pop() as HTMLInputElement;
  if (touched !== none) none.checked = false;
  else for (const box of boxes) box.checked = false;
  const full = boxes.filter((box) => box.checked).length >= +(form.dataset.most as string);
  for (const box of boxes) box.disabled = full && !box.checked;
}

/** Puts one part in the other's place; focus follows only if it was there. */
function swap(from: HTMLElement, to: HTMLElement): void {
  const inside = from.matches(':focus-within');
  from.hidden = true;
  to.hidden = false;
  if (inside) to.querySelector<HTMLElement>(':checked,[tabindex]')?.focus();
}
