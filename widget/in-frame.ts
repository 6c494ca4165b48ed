import type { DeliveryState, More } from './form';
import type { FrameGreeting, FrameMessage } from './framing';

/**
 * A page in another site's frame: it tells the site its height and what became of the answer, and nothing of what was
 * answered. Only the first greeting of the page around it counts.
 */
export function meetHost(
  more: More,
  hear: (heard: (said: DeliveryState, finished: boolean) => void) => void,
): void {
  let port: MessagePort | undefined;
  const tell = (message: FrameMessage) => port?.postMessage(message);

  const learn = ({ person, context }: FrameGreeting) => {
    more.person = person;
    more.context.page = context.page as string;
  };

  addEventListener('message', ({ source, data, ports }: MessageEvent<FrameGreeting | null>) => {
    if (port || source !== parent || data?.milepost !== 1) return;
    [port] = ports;
    learn(data);
    (port as MessagePort).onmessage = (later: MessageEvent<FrameGreeting>) => learn(later.data);
    new ResizeObserver(() => tell({ size: Math.ceil(document.body.getBoundingClientRect().height) })).observe(
      document.body,
    );
  });
  hear((said, finished) => tell({ said, finished }));
  // Before a choice is made its box gets the focus: the site has that moment to say who it is by now.
  addEventListener('focusin', () => tell({}));
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tell({ close: true });
  });
}
