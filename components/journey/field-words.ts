import { formatEmotion } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import { msg, type Translate } from '@/lib/translate';

const LABELS: Readonly<Record<string, string>> = {
  title: msg('Name'),
  text: msg('Text'),
  startTrigger: msg('Start trigger'),
  endOutcome: msg('End outcome'),
  personaIds: msg('Personas'),
  ownerUserId: msg('Owner'),
  ownerTeamId: msg('Owner team'),
  contributorTeamIds: msg('Contributing teams'),
  successCriterion: msg('What success looks like'),
  targetMetric: msg('Metric of the target'),
  targetValue: msg('Target'),
  channels: msg('Channels'),
  moment: msg('Moment that matters'),
  expectedEmotion: msg('Expected emotion'),
  delayMinutes: msg('Time until it happens'),
  durationMinutes: msg('Time it takes'),
  toldNext: msg('What the customer is told happens next'),
  contactRole: msg('Whom customers can turn to'),
  importanceCustomer: msg('Importance to customers'),
  importanceBusiness: msg('Importance to the business'),
  importanceSource: msg('Source of the importance'),
  importanceReason: msg('Reason for the importance'),
  decisionReason: msg('Reason for the decision'),
  reviewCadenceDays: msg('Days between reviews'),
  subJourneyId: msg('Journey that shows it in full'),
  objective: msg('Objective'),
  state: msg('State'),
  outcomes: msg('Outcomes'),
  goal: msg('Goal'),
  kind: msg('Kind'),
  visibility: msg('Visibility'),
  trigger: msg('Trigger'),
  motivation: msg('Motivation'),
  promise: msg('Promise'),
  information: msg('Information'),
  decision: msg('Decision'),
  playbook: msg('Playbook'),
  effect: msg('Effect'),
  method: msg('Method'),
  stance: msg('Stance'),
  quote: msg('Quote'),
  link: msg('Link'),
  gatheredOn: msg('Gathered on'),
  expiresOn: msg('Expires on'),
  passes: msg('Passes'),
  promisedMinutes: msg('Promised minutes'),
  recovery: msg('Recovery'),
  label: msg('Label'),
  note: msg('Note'),
  personaId: msg('Persona id'),
  polarity: msg('Polarity'),
  reason: msg('Reason'),
  name: msg('Name'),
  unit: msg('Unit'),
  baseline: msg('Baseline'),
  target: msg('Target'),
  setupStep: msg('Setup step'),
  shareRatio: msg('Share ratio'),
};

/** Values of fields that are stored as keys. */
const VALUES: Readonly<Record<string, string>> = {
  as_is: msg('As is'),
  to_be: msg('To be'),
  customer_only: msg('Customer only'),
  sensitive_data: msg('Sensitive data'),
  first_use: msg('First use'),
  focus_group: msg('Focus group'),
  mystery_shop: msg('Mystery shop'),
  competitor: msg('competitor##a value'),
  interaction: msg('interaction##a value'),
  message: msg('message##a value'),
  action: msg('action##a value'),
  waiting: msg('waiting##a value'),
  use: msg('use##a value'),
  visible: msg('visible##a value'),
  backstage: msg('backstage##a value'),
  assumed: msg('assumed##a value'),
  customers: msg('customers##a value'),
  keep: msg('keep##a value'),
  simplify: msg('simplify##a value'),
  merge: msg('merge##a value'),
  remove: msg('remove##a value'),
  needed: msg('needed##a value'),
  provided: msg('provided##a value'),
  missing: msg('missing##a value'),
  build: msg('build##a value'),
  break: msg('break##a value'),
  both: msg('both##a value'),
  decision: msg('decision##a value'),
  handoff: msg('handoff##a value'),
  recovery: msg('recovery##a value'),
  end: msg('end##a value'),
  value: msg('value##a value'),
  assumption: msg('assumption##a value'),
  partly: msg('partly##a value'),
  validated: msg('validated##a value'),
  refuted: msg('refuted##a value'),
  supports: msg('supports##a value'),
  hinders: msg('hinders##a value'),
  contradicts: msg('contradicts##a value'),
  interview: msg('interview##a value'),
  survey: msg('survey##a value'),
  chat: msg('chat##a value'),
  ticket: msg('ticket##a value'),
  review: msg('review##a value'),
  analytics: msg('analytics##a value'),
  observation: msg('observation##a value'),
  expert: msg('expert##a value'),
  thought: msg('thought##a value'),
  feeling: msg('feeling##a value'),
  question: msg('question##a value'),
  pain: msg('pain##a value'),
  gain: msg('gain##a value'),
  need: msg('need##a value'),
  expectation: msg('expectation##a value'),
  gap: msg('gap##a value'),
  people: msg('people##a value'),
  process: msg('process##a value'),
  system: msg('system##a value'),
};

/** The fields that hold such keys; all others hold what people wrote. */
const KEYED: ReadonlySet<string> = new Set([
  'kind',
  'state',
  'visibility',
  'decision',
  'importanceSource',
  'effect',
  'stance',
  'polarity',
  'reason',
]);

/** What a field of a map's part is called on screen. */
export function fieldLabel(kind: string, field: string, t: Translate): string {
  if (field === 'state' && kind === 'editJourney') return t('As it is, or as it should be');
  return t(LABELS[field] ?? sentence(field));
}

/** A stored value in words; members, teams and the like by their names. */
export function valueText(map: JourneyMapView, field: string, value: unknown, t: Translate): string {
  const nothing = t('Nothing');
  if (value === null || value === undefined || value === '') return nothing;
  if (field === 'expectedEmotion' && typeof value === 'number') return formatEmotion(value, t.tongue);
  if (field === 'channels' && Array.isArray(value)) {
    return value.map((key) => channelLabel(String(key), map.channels, t)).join(', ') || nothing;
  }
  if (/Ids?$/.test(field)) {
    const names = [value].flat().map((id) => nameOf(map, String(id)) ?? t('Something new'));
    return names.join(', ') || nothing;
  }
  if (Array.isArray(value)) {
    return value.map((one) => valueText(map, '', one, t)).join('\n') || nothing;
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== '')
      .map(([name, inner]) => `${t(LABELS[name] ?? sentence(name))}: ${valueText(map, name, inner, t)}`)
      .join(', ');
  }
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  if (KEYED.has(field) && typeof value === 'string' && VALUES[value]) return t(VALUES[value]);
  return typeof value === 'string' && /^[a-z]+(_[a-z]+)+$/.test(value) ? sentence(value) : String(value);
}

function nameOf({ teams, members, personas }: JourneyMapView, id: string): string | undefined {
  return [...teams, ...members, ...personas].find((one) => one.id === id)?.name;
}

/** 'decisionReason' and 'as_is' as words. */
function sentence(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
