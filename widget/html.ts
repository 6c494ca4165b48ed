import type { Branch } from './tree';

const VOID_TAGS = new Set(['input', 'br', 'meta', 'link']);

/** Writes a tree as HTML. Every text and attribute value is escaped; tags and attribute names are the view's own. */
export function html([tag, attributes, ...children]: Branch): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escapeText(`${value}`)}"`,
  );
  const open = `<${tag}${written.join('')}>`;
  if (VOID_TAGS.has(tag)) return open;
  // The parser swallows one line break after <textarea>, so a comment that starts with one needs another.
  const start = tag === 'textarea' ? '\n' : '';
  const content = children.map((child) => (typeof child === 'string' ? escapeText(child) : html(child)));
  return `${open}${start}${content.join('')}</${tag}>`;
}

/** Escapes text for HTML content and double-quoted attribute values. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
