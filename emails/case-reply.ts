import { oneLine } from './invitation';
import type { Letter } from './system-letter';

/** What a member writes to a customer about their answer, as they wrote it, in the company's name. */
export function replyLetter(letter: {
  subject: string;
  text: string;
  brand: string;
  postalAddress: string | null;
  privacy: { label: string; url: string } | null;
  unsubscribe: { label: string; url: string } | null;
  language: string;
  dir: 'ltr' | 'rtl';
}): Letter {
  const { text, brand, postalAddress, privacy, unsubscribe, language, dir } = letter;
  const subject = oneLine(letter.subject);
  const links = [unsubscribe, privacy].filter((link) => link !== null);
  const foot = [postalAddress ? oneLine(postalAddress) : '', ...links.map(linkOf)].filter(Boolean);
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px">${esc(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const html = `<!doctype html>
<html lang="${esc(language)}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${esc(subject)}</title></head>
<body style="margin:0;padding:20px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1f2430;background:#ffffff">
<div style="max-width:36rem;margin:0 auto">
${paragraphs}
<hr style="margin:24px 0 12px;border:0;border-top:1px solid #d7dce3">
<p style="margin:0;font-size:13px;color:#565f6e">${[esc(brand), ...foot].join(' · ')}</p>
</div></body></html>`;
  const plain = [brand, postalAddress ?? '', ...links.map(({ label, url }) => `${label}: ${url}`)];
  return { subject, html, text: `${text.trim()}\n\n-- \n${plain.filter(Boolean).join('\n')}\n` };
}

const linkOf = ({ label, url }: { label: string; url: string }): string =>
  `<a href="${esc(url)}" style="color:#565f6e">${esc(label)}</a>`;

const esc = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
