import { formatList } from '../../format';
import { fieldName } from './field-words';

/** As much of a line of the log as its sentence depends on. */
export type Line = { action: string; detail: unknown };

/** What each noun of a permission is called. */
const NOUNS: Readonly<Record<string, string>> = {
  journey: 'the journey',
  stage: 'the stage',
  touchpoint: 'the touchpoint',
  statement: 'the statement',
  evidence: 'evidence for',
  link: 'the path',
  handoff: 'the handoff',
  question: 'the research question',
  version: 'the version',
  marker: 'the change marker',
  decision: 'the decision',
  remark: 'the remark',
  share: 'the link to look at it',
  view: 'the saved view',
  walk: 'the walk',
  review: 'the sign-off of',
  team: 'touchpoints',
};

/** What each verb of a permission says was done. */
const VERBS: Readonly<Record<string, string>> = {
  add: 'added',
  create: 'made',
  copy: 'copied',
  edit: 'changed',
  rename: 'renamed',
  move: 'moved',
  retire: 'retired',
  restore: 'restored',
  remove: 'removed',
  split: 'split',
  merge: 'merged',
  unmerge: 'took apart',
  record: 'described',
  ask: 'asked customers about',
  promote: 'made a statement of an answer at',
  attach: 'attached',
  sign: 'signed off',
  take: 'took',
  withdraw: 'took back',
  name: 'kept',
  import: 'imported',
  reassign: 'handed over',
  resolve: 'resolved',
  reopen: 'opened again',
  revoke: 'revoked',
  make: 'made',
  save: 'saved',
  finish: 'finished',
  note: 'noted something on',
  delete: 'deleted',
};

/** Sentences that verb and noun alone would not give; `what` is the quoted name. */
const OWN: Readonly<Record<string, (what: string, detail: Detail) => string>> = {
  'journey.copy': (what, { from }) => `made ${what} as a copy${quoted(from, ' of ')}`,
  'touchpoint.move': (what, { stage }) => `moved the touchpoint ${what}${quoted(stage, ' in ')}`,
  'version.name': (what) => `kept a version named ${what}`,
  'version.restore': (what) => `restored ${what}`,
  'question.ask': (what) => `asked the research question ${what}`,
  'review.sign': (what) => `signed off ${what}`,
  'review.withdraw': (what) => `took back the sign-off of ${what}`,
  'evidence.attach': (what) => `attached a customer’s answer to ${what}`,
  'statement.promote': (_, { text, title }) =>
    `made a statement of a customer’s answer${quoted(title ?? text, ' at ')}`,
  'team.reassign': (_, { from, to }) => `handed over everything${quoted(from, ' of ')}${quoted(to, ' to ')}`,
};

type Detail = Readonly<Record<string, unknown>>;

/**
 * What somebody did to a map, as the rest of a sentence that begins with their name.
 *
 * @example activityText({ action: 'touchpoint.edit', detail: { title: 'Checkout', change: { title: 'Pay' } } })
 * // 'renamed the touchpoint ‘Checkout’ to ‘Pay’'
 */
export function activityText({ action, detail: given }: Line): string {
  const detail = (given ?? {}) as Detail;
  const [noun = '', verb = ''] = action.split('.');
  const what = quoted(detail.title ?? detail.text);
  const own = OWN[action];
  if (own) return own(what, detail).trim();
  const of = NOUNS[noun] ?? noun;
  const change = detail.change as Detail | undefined;
  if (change && typeof change === 'object') return changeText(of, what, change);
  return `${VERBS[verb] ?? verb} ${of} ${what}`.trim();
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

function changeText(of: string, what: string, change: Detail): string {
  const { title, name, ...rest } = change;
  const renamed = quoted(title ?? name);
  const fields = Object.keys(rest).map((field) => `the ${fieldName(field)}`);
  const more = fields.length === 0 ? '' : `changed ${formatList([...new Set(fields)])}`;
  if (renamed === '') return `${more || 'changed'} of ${of} ${what}`.replace('changed of', 'changed');
  return `renamed ${of} ${what} to ${renamed}${more && ` and ${more}`}`;
}

function quoted(text: unknown, before = ''): string {
  if (typeof text !== 'string' || text === '') return '';
  return `${before}‘${text.length > 80 ? `${text.slice(0, 79)}…` : text}’`;
}
