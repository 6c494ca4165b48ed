/** What became of the newest snapshot. */
export type DeliveryState = 'saving' | 'saved' | 'failed';

/** What came back for one snapshot; without a status, nothing did. */
export type Reply = { status?: number; headers?: Pick<Headers, 'get'> };

/** Sends one snapshot, `leaving` (anything but undefined) when the page may be gone before the reply; never rejects. */
export type Post = (body: string, leaving?: unknown) => Promise<Reply>;

/** What goes into every snapshot beside the answer. */
export type More = {
  person?: unknown;
  context: { page?: string; language?: string };
  signals?: { ms: number; human: boolean; trap?: string };
};

/** A form, and its status, with what the view noted on them. */
export type AskingForm = HTMLFormElement & {
  /** Where each group of scores ends. */
  up: number[];
  most: number;
  score: RadioNodeList;
  comment: HTMLTextAreaElement;
  words: Iterable<HTMLInputElement>;
};
export type Status = HTMLElement & Record<DeliveryState, string>;

const TYPING_PAUSE_MS = 700;

/**
 * Makes a drawn question instant. The first tap is sent at once, what follows shortly after it changes, and the button
 * finishes the answer. Each snapshot has a higher number than the one before, so that the newest wins in whatever order
 * they arrive; after a failure that may pass the newest goes out again after 1, 2, 4 … 64 s, or as long as the server
 * asks for, and up to a second more. A complete answer stays complete.
 *
 * Shows what is asked, and after it said, for the chosen score's group: the parts whose class names it, as 0, 1, 2 while
 * it is asked and as a, b, c once it is thanked for. `tell` hears of every change after the view: whether the answer was
 * finished by the button, and the snapshot that the server has neither taken nor refused for good, if there is one.
 * `seq` is the first sequence number to use. What the form shows from the start is not sent before it changes. Returns
 * what sends whatever has changed and, with `leaving`, all that is not settled, in the way that outlives the page.
 */
export function answering(
  form: AskingForm,
  status: Status,
  more: () => More,
  post: Post,
  tell: (said: DeliveryState, finished?: boolean, waiting?: string) => void,
  seq = 1,
) {
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let body: string | undefined;
  let settled: string | undefined;
  let state = 'partial';
  let finishing: boolean | undefined;
  let failures = 0;
  let signals: More['signals'];

  /** Ticked boxes are lists, points are numbers. */
  function read(): string {
    const answer: Record<string, unknown> = {};
    for (const { type, name, value } of form.querySelectorAll<HTMLInputElement>(
      'fieldset:not([hidden]) :checked',
    ))
      answer[name] = type === 'radio' ? +value : [...((answer[name] as string[]) || []), value];
    // A pasted NUL would cost the whole answer.
    const comment = form.comment.value.replace(/\0/g, '');
    if (comment) answer.comment = comment;
    return JSON.stringify({ state, answer, signals, ...more() });
  }

  function show(said: DeliveryState): void {
    status.className = '';
    status.textContent = status[said];
    if (finishing && said === 'saved') {
      stage(form, 'abc');
      // What is hidden by the thanks is still given.
      last = read();
      if (form.querySelector(':focus')) form.querySelector<HTMLElement>('[tabindex]')?.focus();
    }
    tell(said, finishing, body === settled ? undefined : body);
  }

  function send(leaving?: unknown): void {
    const sent = body as string;
    clearTimeout(retry);
    post(sent, leaving).then(({ status = 500, headers }) => {
      // Something newer decides, or the same by another way.
      if (sent !== body || sent === settled) return;
      if (status > 424 || status === 408) {
        const asked = headers?.get('Retry-After') as unknown as number;
        retry = setTimeout(send, ((asked | 0 || 2 ** Math.min(failures++, 6)) + Math.random()) * 1e3);
      } else {
        settled = sent;
        failures = 0;
      }
      show(status < 300 ? 'saved' : 'failed');
    });
  }

  function save(leaving?: unknown): void {
    const next = read();
    if (next !== last && form.score.value) {
      last = next;
      body = `{"seq":${seq++},${next.slice(1)}`;
      show('saving');
      send(leaving);
    } else if (leaving && body !== settled) send(leaving);
  }

  // Also when the page or the network comes back: then nothing waits for the next try.
  addEventListener('online', save);
  addEventListener('visibilitychange', save);
  form.oninput = ({ target, isTrusted, timeStamp }) => {
    const { name, value } = target as HTMLInputElement;
    clearTimeout(timer);
    timer = setTimeout(save, TYPING_PAUSE_MS);
    if (name === 'score') {
      signals ||= { ms: (timeStamp - start) | 0, human: isTrusted };
      finishing = false;
      stage(form, '012');
      save();
    }
    if (variant.emotion && name === 'words') {
      // "None of these" stands alone, and full is full.
      for (const box of form.words) if ((box.value === 'none') !== (value === 'none')) box.checked = false;
      const full = form.querySelectorAll('[name=words]:checked')[form.most - 1];
      for (const box of form.words) box.disabled = !!full && !box.checked && box.value !== 'none';
    }
  };
  // A sandboxed page that may not send forms has no submit event; Enter clicks the button too. Other buttons finish
  // nothing.
  (form.querySelector('.m button') as HTMLElement).onclick = (event) => {
    event.preventDefault();
    state = 'complete';
    finishing = true;
    // Also what has been sent before, so that it is thanked for.
    last = '';
    save();
  };
  let last = read();
  stage(form, '012');
  return save;
}

/** Shows the parts for the chosen score's group, each called as in `groups`, and no others. */
export function stage(form: AskingForm, groups: string): void {
  const score = form.score.value as unknown as number;
  const group = groups[score && form.up.findIndex((end) => score <= end)];
  for (const part of form.querySelectorAll<HTMLElement>('[class^=g]'))
    part.hidden = !part.className.includes(group as string);
}
