import { dom } from './dom';
import { attachForm } from './form';
import { post } from './post';
import { createId } from './response-id';
import type { Branch } from './tree';

/** Style sheet and question, put in by the server for each placement. */
declare const __MILEPOST_CARD__: [css: string, tree: Branch];

/**
 * Draws the question in a shadow root and returns its host element: into `slot`, or as a popover without one.
 * `responses` is the address that response ids are appended to. Focus stays where it is.
 */
export function show(responses: string, slot?: Element): HTMLElement {
  const [css, tree] = __MILEPOST_CARD__;
  const card = dom(tree);
  const close = card.firstChild as HTMLElement;
  const host = document.createElement('milepost-survey');
  const { dataset } = host;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(card);

  attachForm(card, 1, post(responses + createId()), (state) => {
    if (state === 'saved' && dataset.state === 'shown') dataset.state = 'answered';
  });

  if (slot) close.remove();
  else {
    host.className = 'p';
    close.onclick = () => {
      dataset.state = 'closed';
      card.remove();
    };
    card.onkeydown = ({ key }) => {
      if (key === 'Escape') close.click();
    };
  }

  dataset.state = 'shown';
  (slot || document.body).append(host);
  return host;
}
