import type { Translate } from '@/lib/translate';

/** Mail programs that follow the reader's theme read this; the others show the light sheet. */
const DARK =
  '@media (prefers-color-scheme:dark){.ground{background:#11161d!important;color:#e9edf2!important}.sheet{background:#1a212b!important;border-color:#2d3745!important}.fine{color:#a7b2bf!important}.way{background:#dce5f0!important;color:#16202e!important}}';

/** A mail that the product sends in its own name. */
export type Letter = { subject: string; html: string; text: string };

/** Lays out a letter of a few sentences, lists if it has any, and one link. What people typed goes in as text and is escaped here. */
export function systemLetter(
  letter: {
    subject: string;
    sentences: string[];
    /** Lists under headings, after the sentences. */
    sections?: readonly { title: string; lines: readonly string[] }[];
    link: { label: string; url: string };
    closing: string;
  },
  t: Translate,
): Letter {
  const { subject, sentences, sections = [], link, closing } = letter;
  const paragraphs = sentences
    .map((sentence) => `<p style="margin:0 0 16px">${escapeHtml(sentence)}</p>`)
    .join('\n');
  const lists = sections
    .map(
      ({ title, lines }) =>
        `<h2 style="margin:20px 0 6px;font-size:16px">${escapeHtml(title)}</h2>\n<ul style="margin:0 0 16px;padding-left:20px">${lines.map((line) => `<li style="margin:0 0 6px;overflow-wrap:anywhere">${escapeHtml(line)}</li>`).join('')}</ul>`,
    )
    .join('\n');
  const html = `<!doctype html>
<html lang="${t.tongue}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${DARK}</style></head>
<body class="ground" style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,sans-serif;color:#1d2431;background:#f4f6f8">
<div class="sheet" style="max-width:30rem;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #e1e6ec;border-radius:12px">
<p style="margin:0 0 20px;font-weight:700">Milepost</p>
${paragraphs}
${lists}
<p style="margin:24px 0"><a class="way" href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 18px;border-radius:8px;background:#1f2a3c;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(link.label)}</a></p>
<p class="fine" style="margin:0 0 16px;font-size:13px;color:#596473;word-break:break-all">${escapeHtml(t('Or open this address: {url}', { url: link.url }))}</p>
<p class="fine" style="margin:0;font-size:13px;color:#596473">${escapeHtml(closing)}</p>
</div></body></html>`;
  return {
    subject,
    html,
    text: [
      ...sentences,
      ...sections.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
      `${link.label}:\n${link.url}`,
      closing,
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

/** A name that somebody chose, without what a mail program would make into a link. */
export const unlinked = (name: string): string =>
  name
    .replace(/[.:/\\@]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
