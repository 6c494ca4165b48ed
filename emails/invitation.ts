import type { InvitationMail } from '@/lib/distribution/model';
import type { PointView } from '@/lib/survey/model';

/**
 * One question with its answers as links, and the same as plain text, from the same model. Everything that matters is
 * inline and in tables, because many mail programs drop style sheets; the style sheet only improves. A link opens the
 * answer page with that answer shown, and records nothing by itself.
 */
export function invitationMail(mail: InvitationMail): { subject: string; html: string; text: string } {
  return { subject: oneLine(mail.subject), html: htmlOf(mail), text: textOf(mail) };
}

/** One line without control or direction-override characters: what may stand in a header. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const INK = '#1f2430';
const MUTED = '#565f6e';
const LINE = '#d7dce3';

const STYLE = `:root{color-scheme:light dark}
@media (min-width:480px){.pad{padding:24px 26px!important}}
@media (prefers-color-scheme:dark){.page,.page>tbody>tr>td{background:#12161d!important}.card{background:#1b212b!important}.ink{color:#eef1f5!important}.muted{color:#aeb7c4!important}.point{background:#1b212b!important;border-color:#8b96a6!important}.rule{border-color:#3a4352!important}}`;

function htmlOf(mail: InvitationMail): string {
  const { question } = mail;
  const { texts } = mail;
  return `<!doctype html>
<html lang="${esc(question.language)}" dir="${esc(question.dir)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${esc(oneLine(mail.subject))}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#eef1f5">
<div style="display:none;max-height:0;overflow:hidden">${esc(texts.short)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#eef1f5"><tr><td align="center">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:620px"><tr><td class="pad" align="${start(mail)}" style="padding:20px 10px;${FONT};color:${INK}">
${mail.greeting === '' ? '' : `<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:24px;color:${INK}">${lines(mail.greeting)}</p>\n`}<h1 class="ink" style="margin:0 0 14px;font-size:20px;line-height:28px;font-weight:700;color:${INK}">${esc(question.question)}</h1>
${scale(mail)}
<p class="muted" style="margin:10px 0 0;font-size:13px;line-height:20px;color:${MUTED}">${esc(texts.choose)}</p>
<hr class="rule" style="margin:22px 0 16px;border:0;border-top:1px solid ${LINE}">
<p class="muted" style="margin:0 0 8px;font-size:13px;line-height:20px;color:${MUTED}">${esc(texts.short)} ${esc(texts.why)}</p>
<p class="muted" style="margin:0;font-size:13px;line-height:20px;color:${MUTED}">${footer(mail).join(' · ')}</p>${
    question.notice === null
      ? ''
      : `\n<p class="muted" style="margin:12px 0 0;font-size:11px;line-height:16px;color:${MUTED}">${esc(question.notice)}</p>`
  }
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

/** Long scales of numbers break into two even rows on a phone, so that the last point never stands alone. */
function scale(mail: InvitationMail): string {
  const { question } = mail;
  const half =
    question.faces || question.points.length <= 7
      ? question.points.length
      : Math.ceil(question.points.length / 2);
  const rows = [question.points.slice(0, half), question.points.slice(half)].filter((row) => row.length > 0);
  const groups = rows.map(
    (row) =>
      `<table role="presentation" align="${start(mail)}" cellpadding="0" cellspacing="0" border="0"><tr><td>${row
        .map((point) => button(mail, point))
        .join('')}</td></tr></table>`,
  );
  return `${groups.join('\n')}
<div style="clear:both;font-size:0;line-height:0">&nbsp;</div>${anchors(mail)}`;
}

function button(mail: InvitationMail, point: PointView): string {
  const width = mail.question.faces ? 'padding:0 14px;' : 'width:44px;';
  const label = point.label === point.short ? '' : ` aria-label="${esc(point.label)}"`;
  return `<table role="presentation" align="${start(mail)}" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px"><tr><td class="point" align="center" bgcolor="#ffffff" style="border:1px solid ${INK};border-radius:8px"><a class="ink" href="${esc(answerLink(mail, point))}"${label} style="display:block;${width}line-height:44px;font-size:16px;font-weight:700;color:${INK};text-decoration:none">${esc(point.short)}</a></td><td width="4" style="font-size:0">&nbsp;</td></tr></table>`;
}

function anchors(mail: InvitationMail): string {
  const { question } = mail;
  if (question.low === '' && question.high === '') return '';
  const cell = (align: string, text: string) =>
    `<td class="muted" align="${align}" style="${FONT};font-size:13px;line-height:20px;color:${MUTED}">${esc(text)}</td>`;
  const [first, last] = anchorTexts(mail);
  const end = start(mail) === 'left' ? 'right' : 'left';
  return `\n<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:550px"><tr>${cell(start(mail), first)}${cell(end, last)}</tr></table>`;
}

function footer(mail: InvitationMail): string[] {
  const { question } = mail;
  const { texts } = mail;
  const link = (href: string, text: string) =>
    `<a class="muted" href="${esc(href)}" style="color:${MUTED};text-decoration:underline">${esc(text)}</a>`;
  return [
    link(mail.unsubscribeUrl, texts.unsubscribe),
    ...(question.privacyUrl === null ? [] : [link(question.privacyUrl, texts.privacy)]),
    esc(senderLine(mail)),
  ];
}

function textOf(mail: InvitationMail): string {
  const { question } = mail;
  const { texts } = mail;
  const [first, last] = anchorTexts(mail);
  const parts = [
    mail.greeting,
    question.question,
    texts.pick,
    question.points.map((point) => `${point.short}: ${answerLink(mail, point)}`).join('\n'),
    first === '' ? '' : `${first}, ${last}`,
    '--',
    `${texts.short} ${texts.why}`,
    [
      `${texts.unsubscribe}: ${mail.unsubscribeUrl}`,
      ...(question.privacyUrl === null ? [] : [`${texts.privacy}: ${question.privacyUrl}`]),
      senderLine(mail),
    ].join('\n'),
    question.notice ?? '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function anchorTexts({ question }: InvitationMail): [string, string] {
  if (question.low === '' && question.high === '') return ['', ''];
  return [`${question.min} = ${question.low}`, `${question.max} = ${question.high}`];
}

/** Brand and postal address; the brand is not said twice where the address begins with it. */
function senderLine({ question, postalAddress }: InvitationMail): string {
  const address = oneLine(postalAddress ?? '');
  if (address === '') return question.brand;
  return address.startsWith(question.brand) ? address : `${question.brand}, ${address}`;
}

const answerLink = (mail: InvitationMail, point: PointView): string => `${mail.answerUrl}?s=${point.value}`;

const start = ({ question }: InvitationMail): 'left' | 'right' => (question.dir === 'rtl' ? 'right' : 'left');

const lines = (text: string): string => esc(text).replace(/\r\n|\r|\n/g, '<br>');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const esc = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
