import { attachPage } from './attach-page';
import { meetHost } from './in-frame';
import { runKiosk } from './kiosk';

const root = document.querySelector('main') as HTMLElement;
const given = root.querySelector<HTMLInputElement>('[name=response]')?.value;

if (variant.look === 'kiosk') runKiosk(root, given);
else {
  const { more, hear } = attachPage(root, given);
  if (variant.look === 'frame') meetHost(more, hear);
}
