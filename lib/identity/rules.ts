import type { Role } from './model';
import { ROLES } from './model';

/**
 * Every permission and the weakest role that has it. The permission is also the action in the audit log, so it names
 * the verb. What is missing here is refused.
 */
export const PERMISSIONS = {
  'workspace.found': 'owner',
  'workspace.settle': 'owner',
  'site.settle': 'owner',
  'identity.replaceKey': 'owner',
  'member.invite': 'owner',
  'member.uninvite': 'owner',
  'member.join': 'viewer',
  'member.change': 'owner',
  'member.remove': 'owner',
  'member.leave': 'viewer',
  'key.make': 'owner',
  'key.revoke': 'owner',
  'team.add': 'editor',
  'team.rename': 'editor',
  'team.reassign': 'editor',
  'channel.add': 'editor',
  'channel.rename': 'editor',
  'channel.retire': 'editor',
  'channel.restore': 'editor',
  'persona.add': 'editor',
  'persona.edit': 'editor',
  'persona.retire': 'editor',
  'persona.restore': 'editor',
  'journey.create': 'editor',
  'journey.import': 'editor',
  'journey.edit': 'editor',
  'journey.watch': 'editor',
  'journey.retire': 'editor',
  'journey.restore': 'editor',
  'journey.copy': 'editor',
  'version.name': 'editor',
  'version.rename': 'editor',
  'version.restore': 'editor',
  'marker.add': 'editor',
  'marker.edit': 'editor',
  'marker.remove': 'editor',
  'decision.add': 'editor',
  'decision.edit': 'editor',
  'decision.remove': 'editor',
  'stage.add': 'editor',
  'stage.edit': 'editor',
  'stage.move': 'editor',
  'stage.retire': 'editor',
  'stage.restore': 'editor',
  'touchpoint.add': 'editor',
  'touchpoint.edit': 'editor',
  'touchpoint.move': 'editor',
  'touchpoint.retire': 'editor',
  'touchpoint.restore': 'editor',
  'touchpoint.copy': 'editor',
  'touchpoint.split': 'editor',
  'touchpoint.merge': 'editor',
  'touchpoint.unmerge': 'editor',
  'link.add': 'editor',
  'link.edit': 'editor',
  'link.remove': 'editor',
  'handoff.record': 'editor',
  'handoff.remove': 'editor',
  'handoff.ask': 'editor',
  'statement.add': 'editor',
  'statement.promote': 'editor',
  'statement.edit': 'editor',
  'statement.move': 'editor',
  'statement.retire': 'editor',
  'statement.restore': 'editor',
  'evidence.add': 'editor',
  'evidence.attach': 'editor',
  'evidence.edit': 'editor',
  'evidence.remove': 'editor',
  'question.ask': 'editor',
  'question.edit': 'editor',
  'question.remove': 'editor',
  'walk.take': 'viewer',
  'walk.note': 'viewer',
  'walk.finish': 'viewer',
  'walk.reopen': 'viewer',
  'walk.delete': 'viewer',
  'view.save': 'editor',
  'view.remove': 'editor',
  'review.sign': 'editor',
  'review.withdraw': 'editor',
  'remark.add': 'viewer',
  'remark.edit': 'viewer',
  'remark.remove': 'viewer',
  'remark.resolve': 'viewer',
  'remark.reopen': 'viewer',
  'share.make': 'editor',
  'share.edit': 'editor',
  'share.revoke': 'editor',
  'survey.draft': 'editor',
  'survey.publish': 'editor',
  'survey.pause': 'editor',
  'survey.close': 'editor',
  'survey.schedule': 'editor',
  'placement.open': 'editor',
  'placement.close': 'editor',
  'placement.reopen': 'editor',
  'placement.rule': 'editor',
  'placement.channel': 'editor',
  'customers.split': 'owner',
  'response.import': 'editor',
  'response.erase': 'editor',
  'response.hold': 'editor',
  'response.release': 'editor',
  'response.recount': 'owner',
  'response.pack': 'owner',
  'voice.import': 'editor',
  'voice.correct': 'editor',
  'voice.quote': 'editor',
  'voice.erase': 'editor',
  'voice.redact': 'editor',
  'voice.choose': 'editor',
  'agreement.begin': 'editor',
  'agreement.judge': 'editor',
  'voice.read': 'owner',
  'voice.mask': 'owner',
  'theme.add': 'editor',
  'theme.edit': 'editor',
  'theme.merge': 'editor',
  'theme.split': 'editor',
  'theme.retire': 'editor',
  'theme.restore': 'editor',
  'contact.add': 'editor',
  'contact.erase': 'editor',
  'contact.optOut': 'editor',
  'outcome.record': 'editor',
  'outcome.erase': 'editor',
  'benchmark.set': 'editor',
  'economics.assume': 'editor',
  'campaign.launch': 'editor',
  'improvement.add': 'editor',
  'improvement.edit': 'editor',
  'improvement.link': 'editor',
  'improvement.unlink': 'editor',
  'improvement.plan': 'editor',
  'improvement.start': 'editor',
  'improvement.finish': 'editor',
  'improvement.drop': 'editor',
  'improvement.reopen': 'editor',
  'improvement.retire': 'editor',
  'improvement.restore': 'editor',
  'improvement.set-trial': 'editor',
  'improvement.end-trial': 'editor',
  'improvement.remove-trial': 'editor',
  'invitation.open': 'editor',
  'letter.send': 'editor',
  'letter.report': 'owner',
  'digest.plan': 'owner',
  'case.assign': 'editor',
  'case.progress': 'editor',
  'case.note': 'editor',
  'case.reply': 'editor',
  'case.close': 'editor',
  'case.reopen': 'editor',
  'case.look': 'owner',
  'case.mail': 'owner',
  'caseRule.add': 'editor',
  'caseRule.edit': 'editor',
  'caseRule.retire': 'editor',
  'alertRule.add': 'editor',
  'alertRule.edit': 'editor',
  'alertRule.retire': 'editor',
  'alert.raise': 'owner',
  'alert.acknowledge': 'editor',
  'hook.add': 'owner',
  'hook.edit': 'owner',
  'hook.renew': 'owner',
  'hook.retire': 'owner',
  'hook.test': 'owner',
  'hook.deliver': 'owner',
  'job.run': 'owner',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof PERMISSIONS;

type Actor =
  | { kind: 'member'; role: Role }
  | { kind: 'key'; writes: boolean }
  | { kind: 'respondent' }
  | { kind: 'guest' }
  | { kind: 'clock' };

/** What acts without being a member, and all it may do. */
const BEYOND_MEMBERS: Record<'key' | 'respondent' | 'guest' | 'clock', readonly Permission[]> = {
  key: ['outcome.record'],
  respondent: ['contact.optOut', 'invitation.open'],
  guest: [],
  clock: [
    'digest.plan',
    'letter.send',
    'letter.report',
    'job.run',
    'response.recount',
    'response.pack',
    'case.look',
    'case.mail',
    'alert.raise',
    'hook.deliver',
    'voice.read',
  ],
};

/** Whether the actor may do this; anything unknown is refused. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'key' && !actor.writes) return false;
  if (actor.kind !== 'member') return BEYOND_MEMBERS[actor.kind]?.includes(permission) ?? false;
  const needed = ROLES.indexOf(PERMISSIONS[permission]);
  return needed >= 0 && ROLES.indexOf(actor.role) >= needed;
}

/** Where a sign-in leads when nothing else was asked for. */
export const HOME_PATH = '/journeys';

/**
 * The path of our own that the text names, with its query; `/journeys` for anything else. Another site can be named in
 * many spellings, so only what still is a path of ours after parsing is let through.
 *
 * @example ownPath('/invite?token=a') // '/invite?token=a'
 * @example ownPath('//evil.test') // '/journeys'
 */
export function ownPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > 2000 || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(text))
    return HOME_PATH;
  const own = 'http://own.invalid';
  const url = URL.canParse(text, own) ? new URL(text, own) : null;
  if (!url || url.origin !== own || url.pathname.startsWith('//')) return HOME_PATH;
  return url.pathname + url.search;
}
