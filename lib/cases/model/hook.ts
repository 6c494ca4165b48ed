import { z } from 'zod';

/** What a hook can be told. `test` is sent by a member's hand, to every hook. */
export const HOOK_EVENTS = ['case.opened', 'case.closed', 'case.reopened', 'alert.raised'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** milepost: signed JSON. slack: `{"text": …}`, which Slack, Mattermost, Rocket.Chat and Teams' workflows read. */
export const HOOK_SHAPES = ['milepost', 'slack'] as const;
export type HookShape = (typeof HOOK_SHAPES)[number];

export const hookSchema = z.strictObject({
  name: z.string().trim().min(1, 'Name the hook.').max(80, 'Use at most 80 characters.'),
  url: z
    .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
    .max(1000, 'Use at most 1,000 characters.')
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      return url !== null && url.username === '' && url.password === '';
    }, 'Leave name and password out of the address.'),
  shape: z.enum(HOOK_SHAPES),
  events: z
    .array(z.enum(HOOK_EVENTS))
    .min(1, 'Choose at least one event.')
    .refine((events) => new Set(events).size === events.length, 'Name each event once.'),
});
export type HookInput = z.output<typeof hookSchema>;

export type Hook = HookInput & { id: string; secretVersion: number; createdAt: Date };

export const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message to a hook. */
export type HookDelivery = {
  id: string;
  hookId: string;
  event: string;
  body: string;
  state: DeliveryState;
  attempts: number;
  /** The last reply's HTTP status; null where none came. */
  status: number | null;
  failure: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

export const HOOK_DELIVERY = 'hook.deliver';
export const hookDeliverySchema = z.strictObject({ deliveryId: z.uuid() });

/** What a message says. It never holds a customer's words, name or address: they stay here, behind `url`. */
export type HookMessage =
  | {
      event: 'case.opened' | 'case.closed' | 'case.reopened';
      case: {
        id: string;
        state: string;
        outcome: string | null;
        openedAt: string;
        dueAt: string;
        closedAt: string | null;
        assignee: string | null;
        rule: string;
        url: string;
      };
      subject: { lineageId: string; title: string };
      answer: { placementId: string; responseId: string; metric: string; score: number | null };
    }
  | {
      event: 'alert.raised';
      alert: { id: string; kind: string; text: string; raisedAt: string; url: string };
      subject: { lineageId: string; title: string } | null;
    }
  | { event: 'test'; text: string; url: string };
