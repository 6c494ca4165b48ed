import { formatEmotion } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { channelLabel } from '@/lib/journey/rules/channels';

const LABELS: Readonly<Record<string, string>> = {
  title: 'Name',
  text: 'Text',
  startTrigger: 'Start trigger',
  endOutcome: 'End outcome',
  personaIds: 'Personas',
  ownerUserId: 'Owner',
  ownerTeamId: 'Owner team',
  contributorTeamIds: 'Contributing teams',
  successCriterion: 'What success looks like',
  targetMetric: 'Metric of the target',
  targetValue: 'Target',
  channels: 'Channels',
  moment: 'Moment that matters',
  expectedEmotion: 'Expected emotion',
  delayMinutes: 'Time until it happens',
  durationMinutes: 'Time it takes',
  toldNext: 'What the customer is told happens next',
  contactRole: 'Whom customers can turn to',
  importanceCustomer: 'Importance to customers',
  importanceBusiness: 'Importance to the business',
  importanceSource: 'Source of the importance',
  importanceReason: 'Reason for the importance',
  decisionReason: 'Reason for the decision',
  reviewCadenceDays: 'Days between reviews',
  subJourneyId: 'Journey that shows it in full',
};

/** What a field of a map's part is called on screen. */
export function fieldLabel(kind: string, field: string): string {
  if (field === 'state' && kind === 'editJourney') return 'As it is, or as it should be';
  return LABELS[field] ?? sentence(field);
}

/** A stored value in words; members, teams and the like by their names. */
export function valueText(map: JourneyMapView, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing';
  if (field === 'expectedEmotion' && typeof value === 'number') return formatEmotion(value);
  if (field === 'channels' && Array.isArray(value)) {
    return value.map((key) => channelLabel(String(key), map.channels)).join(', ') || 'Nothing';
  }
  if (/Ids?$/.test(field)) {
    const names = [value].flat().map((id) => nameOf(map, String(id)));
    return names.join(', ') || 'Nothing';
  }
  if (Array.isArray(value)) {
    return value.map((one) => valueText(map, '', one)).join('\n') || 'Nothing';
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== '')
      .map(([name, inner]) => `${sentence(name)}: ${valueText(map, name, inner)}`)
      .join(', ');
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' && /^[a-z]+(_[a-z]+)+$/.test(value) ? sentence(value) : String(value);
}

function nameOf({ teams, members, personas }: JourneyMapView, id: string): string {
  return [...teams, ...members, ...personas].find((one) => one.id === id)?.name ?? 'Something new';
}

/** 'decisionReason' and 'as_is' as words. */
function sentence(name: string): string {
  const words = name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
