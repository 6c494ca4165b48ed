import type { DeliveryState, More } from './form';

/** What the page in a frame tells the site around it; never what was answered. */
export type FrameMessage = { size?: number; said?: DeliveryState; finished?: boolean; close?: boolean };

/** What the site tells the page in a frame, with a port for the answers. */
export type FrameGreeting = { milepost: 1 } & Pick<More, 'person' | 'context'>;

/**
 * The counterpart of `answering` for a survey in a frame of our own origin at `address`: the browser keeps its answers
 * from the site. Both sides check each other: the greeting goes to our origin only, and what comes back comes by the port
 * that went with it. Saving is the frame's own business.
 */
export function framing(
  frame: HTMLIFrameElement,
  address: string,
  greeting: () => FrameGreeting,
  tell: (said: DeliveryState, finished?: boolean) => void,
  dismiss: () => void,
) {
  frame.onload = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
      if (data.size) frame.height = `${data.size}`;
      if (data.said) tell(data.said, data.finished);
      if (data.close) dismiss();
      // Who sits here may have been said since: the frame speaks up before each answer.
      port1.postMessage(greeting());
    };
    frame.contentWindow?.postMessage(greeting(), new URL(address).origin, [port2]);
  };
  frame.src = `${address}?l=${greeting().context.language}${variant.preview ? '&p=1' : ''}`;
  return (_leaving: unknown): void => {};
}
