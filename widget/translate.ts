import { type AskingForm, stage } from './form';
import { fill, type Known } from './pipes';
import type { Choose, Make, QuestionModule } from './shown';

/**
 * Redraws a survey on screen in the language of another module of the same survey. What was chosen and typed stays, and
 * so do the focus and the elements that our script listens to: they get new words, and what stands around them is new.
 */
export function translate(shadow: ShadowRoot, { $ }: QuestionModule, known?: Known): void {
  const make: Make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children.map((child) => fill(child, known)));
    return element;
  };
  const choose: Choose = (type, name, points) =>
    points.split('\n').map((line) => {
      const [value = '', text = '', ariaLabel] = line.split('\t');
      return make(
        'label',
        0,
        Object.assign(make('input', { type, name, value }), ariaLabel && { ariaLabel }),
        make('span', 0, text),
      );
    });
  const [css, card, form, , tab] = $(make, choose);
  shadow.adoptedStyleSheets[0]?.replaceSync(css);
  const shown = shadow.lastElementChild as HTMLElement;
  const focused = shadow.activeElement as HTMLElement | null;
  speak(shown, card);
  const before = tab && shadow.querySelector<HTMLElement>('.t');
  if (before) reword(before, tab);
  const close = shown.querySelector<HTMLElement>('.x');
  const newClose = card.querySelector<HTMLElement>('.x');
  if (close && newClose) reword(close, newClose);
  const frame = shown.querySelector('iframe');
  if (frame) {
    frame.title = (form as unknown as HTMLIFrameElement).title;
    frame.src = frame.src.replace(/\?l=[^&]*/, `?l=${card.lang}`);
  } else {
    const asked = shown.querySelector('form') ?? (shown as AskingForm);
    takeOver(asked as AskingForm, form);
    newClose?.replaceWith(close as HTMLElement);
    if (asked !== shown) {
      speak(asked, form);
      form.replaceWith(asked);
      shown.replaceChildren(...card.childNodes);
    }
  }
  focused?.focus();
}

/** Fills a form on screen with what another says; fields, status and button stay its own. */
function takeOver(asked: AskingForm, form: AskingForm): void {
  const thanked = asked.querySelector<HTMLElement>('.gabc')?.hidden === false;
  for (const field of form.querySelectorAll<HTMLInputElement>('[name]')) {
    const same = [...asked.querySelectorAll<HTMLInputElement>(`[name=${field.name}]`)].find(
      ({ type, value }) => type === 'textarea' || value === field.value,
    );
    if (!same) continue;
    same.ariaLabel = field.ariaLabel;
    const name = same.nextSibling?.lastChild;
    if (name) name.textContent = field.nextSibling?.textContent ?? '';
    if (name) field.parentElement?.replaceWith(same.parentElement as HTMLElement);
    else field.replaceWith(same);
  }
  const [status, newStatus] = [asked, form].map(
    (one) => one.querySelector('[role=status]') as HTMLElement & { saved: string; failed: string },
  ) as [HTMLElement & Said, HTMLElement & Said];
  const said = (['saved', 'failed'] as const).find((state) => status.textContent === status[state]);
  const { saved, failed } = newStatus;
  Object.assign(status, { saved, failed }, { textContent: said ? newStatus[said] : '' });
  newStatus.replaceWith(status);
  const [button, newButton] = [asked, form].map((one) => one.querySelector('.m button')) as [
    HTMLElement,
    HTMLElement,
  ];
  reword(button, newButton);
  newButton.replaceWith(button);
  asked.replaceChildren(...form.childNodes);
  stage(asked, thanked ? 'abc' : '012');
}
type Said = { saved: string; failed: string };

function reword(element: HTMLElement, like: HTMLElement): void {
  element.textContent = like.textContent;
  speak(element, like);
}

function speak(element: HTMLElement, { lang, dir, ariaLabel }: HTMLElement): void {
  Object.assign(element, { lang, dir, ariaLabel });
}
