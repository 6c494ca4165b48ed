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

  addEventListener('message', ({ source, data, ports }: MessageEvent<FrameGreeting | null>) => {
    if (port || source !== parent || data?.milepost !== 1) return;
    [port] = ports;
    more.person = data.person;
    more.context.page = data.context.page as string;
    new ResizeObserver(() => tell({ size: Math.ceil(document.body.getBoundingClientRect().height) })).observe(
      document.body,
    );
  });
  hear((said, finished) => tell({ said, finished }));
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tell({ close: true });
  });
}
