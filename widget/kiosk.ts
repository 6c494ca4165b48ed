import { attachPage, SIGNS } from './attach-page';

const THANKS_SECONDS = 8;
const IDLE_SECONDS = 60;

/**
 * A screen that many people use one after the other. After the thanks, and when somebody has walked away in the middle,
 * what was given is sent and the next person finds an empty form and a new response. Without a network too: what could
 * not be sent yet goes on waiting behind the new form.
 */
export function runKiosk(main: HTMLElement, id?: string): void {
  const pristine = main.cloneNode(true) as HTMLElement;
  let root = main;
  let { leave } = attachPage(root, id);
  let idle = 0;

  function next(): void {
    leave();
    const fresh = pristine.cloneNode(true) as HTMLElement;
    shuffle(fresh);
    root.replaceWith(fresh);
    root = fresh;
    ({ leave } = attachPage(root));
    watch();
    scrollTo(0, 0);
  }

  /** The button names the seconds that are left. */
  function watch(): void {
    const button = root.querySelector('.l') as HTMLElement;
    const text = button.textContent;
    const thanks = root.querySelector('.gabc') as HTMLElement;
    const form = root.querySelector('form') as HTMLFormElement;
    button.onclick = next;
    idle = 0;
    const clock = setInterval(() => {
      idle++;
      const left = (thanks.hidden ? IDLE_SECONDS : THANKS_SECONDS) - idle;
      if (!thanks.hidden) button.textContent = `${text} (${left})`;
      if (!root.contains(button) || left > 0) return;
      clearInterval(clock);
      if (form.querySelector(':checked')) next();
      else watch();
    }, 1000);
  }

  for (const name of [...SIGNS, 'input'])
    addEventListener(
      name,
      () => {
        idle = 0;
      },
      true,
    );
  watch();
}

/** Words and reasons in another order for each person; “none of these” stays last. */
function shuffle(root: HTMLElement): void {
  for (const field of root.querySelectorAll('fieldset')) {
    const boxes = [...field.querySelectorAll('label:has([type=checkbox]):not(:has([value=none]))')];
    for (const box of boxes.sort(() => Math.random() - 0.5).reverse()) field.children[0]?.after(box);
  }
}
