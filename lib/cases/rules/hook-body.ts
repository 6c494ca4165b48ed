import type { HookMessage, HookShape } from '../model/hook';

/**
 * The body of one message, as it is stored, signed and sent.
 *
 * @param about.text one line for people, for hooks that show text
 */
export function hookBody(
  shape: HookShape,
  about: { id: string; sentAt: Date; workspaceId: string; message: HookMessage; text: string },
): string {
  const { message, text } = about;
  const url = 'case' in message ? message.case.url : 'alert' in message ? message.alert.url : message.url;
  if (shape === 'slack') return JSON.stringify({ text: `${escapeMarkup(text)}\n<${url}>` });
  const { event, ...rest } = message;
  return JSON.stringify({
    id: about.id,
    event,
    version: 1,
    createdAt: about.sentAt.toISOString(),
    workspaceId: about.workspaceId,
    ...rest,
    text,
  });
}

/** In Slack's text `<…>` is a link or a mention of everybody; titles come from members. */
const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
