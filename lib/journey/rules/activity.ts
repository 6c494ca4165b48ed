import { formatList } from '../../format';
import { msg, type Translate } from '../../translate';
import { fieldName } from './field-words';

/** As much of a line of the log as its sentence depends on. */
export type Line = { action: string; detail: unknown };

/** What each noun of a permission is called; the name follows. */
const NOUNS: Readonly<Record<string, string>> = {
  journey: msg('the journey##with its name'),
  stage: msg('the stage##with its name'),
  touchpoint: msg('the touchpoint##with its name'),
  statement: msg('the statement##with its name'),
  evidence: msg('evidence for##with its name'),
  link: msg('the path##with its name'),
  handoff: msg('the handoff##with its name'),
  question: msg('the research question##with its name'),
  version: msg('the version##with its name'),
  marker: msg('the change marker##with its name'),
  decision: msg('the decision##with its name'),
  remark: msg('the remark##with its name'),
  share: msg('the link to look at it##with its name'),
  view: msg('the saved view##with its name'),
  walk: msg('the walk##with its name'),
  review: msg('the sign-off of##with its name'),
  team: msg('touchpoints##with their names'),
  improvement: msg('the improvement##with its name'),
};

/** What each verb of a permission says was done. */
const VERBS: Readonly<Record<string, string>> = {
  add: msg('added {what}'),
  create: msg('made {what}'),
  copy: msg('copied {what}'),
  edit: msg('changed {what}'),
  rename: msg('renamed {what}'),
  move: msg('moved {what}'),
  retire: msg('retired {what}'),
  restore: msg('restored {what}'),
  remove: msg('removed {what}'),
  split: msg('split {what}'),
  merge: msg('merged {what}'),
  unmerge: msg('took apart {what}'),
  record: msg('described {what}'),
  ask: msg('asked customers about {what}'),
  promote: msg('made a statement of an answer at {what}'),
  attach: msg('attached {what}'),
  sign: msg('signed off {what}'),
  take: msg('took {what}'),
  withdraw: msg('took back {what}'),
  name: msg('kept {what}'),
  import: msg('imported {what}'),
  reassign: msg('handed over {what}'),
  resolve: msg('resolved {what}'),
  reopen: msg('opened {what} again'),
  revoke: msg('revoked {what}'),
  make: msg('made {what}'),
  save: msg('saved {what}'),
  finish: msg('finished {what}'),
  note: msg('noted something on {what}'),
  delete: msg('deleted {what}'),
  link: msg('linked something to {what}'),
  unlink: msg('took a link off {what}'),
  plan: msg('planned {what}'),
  start: msg('started {what}'),
  drop: msg('dropped {what}'),
  'set-trial': msg('set up a comparison of two groups for {what}'),
  'end-trial': msg('set the end of the comparison for {what}'),
  'remove-trial': msg('took the comparison of two groups off {what}'),
};

type Tell = (what: string, detail: Detail, t: Translate) => string;

/** Sentences that verb and noun alone would not give; `what` is the quoted name. */
const OWN: Readonly<Record<string, Tell>> = {
  'journey.copy': (what, detail, t) => {
    const from = quoted(detail.from, t);
    return from ? t('made {what} as a copy of {from}', { what, from }) : t('made {what} as a copy', { what });
  },
  'journey.watch': (_, { alarmsPerYear }, t) =>
    t('let the watch raise {n, plural, one {# false alarm} other {# false alarms}} a year', {
      n: Number(alarmsPerYear),
    }),
  'touchpoint.move': (what, detail, t) => {
    const stage = quoted(detail.stage, t);
    return stage
      ? t('moved the touchpoint {what} in {stage}', { what, stage })
      : t('moved the touchpoint {what}', { what });
  },
  'version.name': (what, _, t) => t('kept a version named {what}', { what }),
  'version.restore': (what, _, t) => t('restored {what}', { what }),
  'question.ask': (what, _, t) => t('asked the research question {what}', { what }),
  'review.sign': (what, _, t) => t('signed off {what}', { what }),
  'review.withdraw': (what, _, t) => t('took back the sign-off of {what}', { what }),
  'evidence.attach': (what, _, t) => t('attached a customer’s answer to {what}', { what }),
  'voice.redact': (at, _, t) => t('blacked out a passage of what a customer said at {at}', { at }),
  'statement.promote': (_, { text, title }, t) => {
    const at = quoted(title ?? text, t);
    return at
      ? t('made a statement of a customer’s answer at {at}', { at })
      : t('made a statement of a customer’s answer');
  },
  'team.reassign': (_, detail, t) => {
    const [from, to] = [quoted(detail.from, t), quoted(detail.to, t)];
    if (from && to) return t('handed over everything of {from} to {to}', { from, to });
    if (from) return t('handed over everything of {from}', { from });
    return to ? t('handed over everything to {to}', { to }) : t('handed over everything');
  },
};

type Detail = Readonly<Record<string, unknown>>;

/**
 * What somebody did to a map, as the rest of a sentence that begins with their name.
 *
 * @example activityText({ action: 'touchpoint.edit', detail: { title: 'Checkout', change: { title: 'Pay' } } }, ENGLISH)
 * // 'renamed the touchpoint ‘Checkout’ to ‘Pay’'
 */
export function activityText({ action, detail: given }: Line, t: Translate): string {
  const detail = (given ?? {}) as Detail;
  const [noun = '', verb = ''] = action.split('.');
  const name = quoted(detail.title ?? detail.text, t);
  const own = OWN[action];
  if (own) return own(name, detail, t).trim();
  const of = NOUNS[noun];
  const what = [of ? t(of) : noun, name].join(' ').trim();
  const change = detail.change as Detail | undefined;
  if (change && typeof change === 'object') return changeText(what, change, t);
  const did = VERBS[verb];
  return did ? t(did, { what }) : `${verb} ${what}`;
}

/** What the log has words for. */
export const WORDS = {
  nouns: Object.keys(NOUNS),
  verbs: Object.keys(VERBS),
  own: Object.keys(OWN),
} as const;

/** Whether the log has words for this permission. */
export function hasWords(permission: string): boolean {
  const [noun = '', verb = ''] = permission.split('.');
  return permission in OWN || (noun in NOUNS && verb in VERBS);
}

function changeText(what: string, change: Detail, t: Translate): string {
  const { title, name: called, ...rest } = change;
  const name = quoted(title ?? called, t);
  const each = new Set(
    Object.keys(rest).map((field) => t('the {field}##that was changed', { field: fieldName(field, t) })),
  );
  const fields = formatList([...each], t.tongue);
  if (name === '')
    return fields ? t('changed {fields} of {what}', { fields, what }) : t('changed {what}', { what });
  return fields
    ? t('renamed {what} to {name} and changed {fields}', { what, name, fields })
    : t('renamed {what} to {name}', { what, name });
}

function quoted(text: unknown, t: Translate): string {
  if (typeof text !== 'string' || text === '') return '';
  return t('‘{text}’', { text: text.length > 80 ? `${text.slice(0, 79)}…` : text });
}
