import { catchUp } from './catch-up';
import { attachForm } from './form';
import { post } from './post';
import { createId } from './response-id';

const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll'];

const root = document.querySelector('main') as HTMLElement;
const form = root.querySelector('form') as HTMLFormElement;
const note = root.querySelector<HTMLElement>('.c');
const given = form.elements.namedItem('response') as HTMLInputElement | null;
const { responses, token, thanks, seq, confirm } = form.dataset;

const put = post(responses + (given?.value || createId()), token ? { 'X-Invitation-Token': token } : {});

const save = attachForm(
  root,
  Number(seq),
  catchUp(async (body, leaving) => {
    const reply = await put(body, leaving);
    return { ...(await reply.json().catch(() => null)), status: reply.status };
  }),
  (state, complete) => {
    if (note) note.hidden = true;
    if (state === 'saved' && complete) history.replaceState(null, '', thanks);
  },
);

function sign(event: Event): void {
  if (!event.isTrusted || document.hidden) return;
  for (const name of SIGNS) removeEventListener(name, sign, true);
  save();
}
if (confirm !== undefined)
  for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
