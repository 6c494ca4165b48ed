import { CUSTOMER_EVIDENCE } from '../../journey/model/statement';
import { handoffsOf } from '../../journey/rules/handoff';
import { msg, type Translate } from '../../translate';
import type { JourneyMapView, StageView, TouchpointView } from '../model';
import { freshnessOf, type ReviewState, reviewState } from './freshness';

/** What can be missing from a map, the gravest first. */
export const FINDINGS = [
  'moment_without_owner',
  'stage_without_owner',
  'moment_without_survey',
  'review_overdue',
  'stale_answers',
  'statement_lost_evidence',
  'touchpoint_without_owner',
  'touchpoint_without_survey',
  'touchpoint_without_evidence',
  'handoff_without_agreement',
  'duplicate_touchpoint',
  'stage_without_touchpoint',
  'stage_too_broad',
  'journey_without_owner',
  'journey_without_outcome',
] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** Each kind: what is wrong, in the plural, and why it matters. */
export const FINDING_TEXTS: Readonly<Record<FindingKind, { title: string; why: string; grave: boolean }>> = {
  moment_without_owner: {
    title: msg('Moments that matter without an owner'),
    why: msg('Nobody answers for what decides about trust.'),
    grave: true,
  },
  stage_without_owner: {
    title: msg('Stages without an owner'),
    why: msg('A stage that nobody answers for is repaired by nobody.'),
    grave: true,
  },
  moment_without_survey: {
    title: msg('Moments that matter without a survey'),
    why: msg('What matters most is still a guess.'),
    grave: true,
  },
  review_overdue: {
    title: msg('Reviews that are due'),
    why: msg('Nobody has confirmed for too long that the map is still true.'),
    grave: true,
  },
  stale_answers: {
    title: msg('Answers that are out of date'),
    why: msg('The newest answer is older than twice its cadence.'),
    grave: true,
  },
  statement_lost_evidence: {
    title: msg('Statements that claim more than their evidence carries'),
    why: msg('Their evidence was erased, has expired or is older than a year.'),
    grave: true,
  },
  touchpoint_without_owner: {
    title: msg('Touchpoints without an owner'),
    why: msg('Neither the touchpoint nor its stage belongs to a team.'),
    grave: false,
  },
  touchpoint_without_survey: {
    title: msg('Touchpoints without a survey'),
    why: msg('Nobody asks customers here, and nobody ever did.'),
    grave: false,
  },
  touchpoint_without_evidence: {
    title: msg('Touchpoints without any word of a customer'),
    why: msg('No answer and no evidence from customers: only the team speaks here.'),
    grave: false,
  },
  handoff_without_agreement: {
    title: msg('Handoffs without an agreement'),
    why: msg('Nobody wrote down what passes from one team to the other.'),
    grave: false,
  },
  duplicate_touchpoint: {
    title: msg('Touchpoints of the same name'),
    why: msg('Their answers are counted apart. Merge them if they are one.'),
    grave: false,
  },
  stage_without_touchpoint: {
    title: msg('Stages without a touchpoint'),
    why: msg('Nothing can be asked or improved there.'),
    grave: false,
  },
  stage_too_broad: {
    title: msg('Stages with one touchpoint of the same name'),
    why: msg('Too broad to act on: say what customers really go through there.'),
    grave: false,
  },
  journey_without_owner: {
    title: msg('The journey has no owner'),
    why: msg('Name the person who keeps the whole of it in view.'),
    grave: false,
  },
  journey_without_outcome: {
    title: msg('The journey names no outcome'),
    why: msg('Without a goal with baseline and target nobody can say whether it got better.'),
    grave: false,
  },
};

/** One thing that is missing, and where. Both ids null: the journey as a whole. */
export type Finding = {
  kind: FindingKind;
  stageId: string | null;
  touchpointId: string | null;
  /** What is meant, such as the touchpoint's title. */
  subject: string;
  /** What there is to say beyond the kind; may be empty. */
  detail: string;
};

/**
 * Everything that is missing from a map, the gravest kinds first, in the order of the map within a kind. Needs the map
 * only; a finding goes away when its cause does.
 */
export function healthOf(map: JourneyMapView, t: Translate): Finding[] {
  const places = map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => ({ stage, touchpoint })),
  );
  const found: Finding[] = [
    ...map.stages.flatMap(stageFindings),
    ...places.flatMap(({ stage, touchpoint }) => touchpointFindings(map, stage, touchpoint, t)),
    ...duplicates(places, t),
    ...journeyFindings(map, t),
    ...handoffsOf(map)
      .filter(({ current, recorded }) => current && recorded === null)
      .map(
        ({ to, fromTeam, toTeam, stage }): Finding => ({
          kind: 'handoff_without_agreement',
          stageId: stage.id,
          touchpointId: to.id,
          subject: to.title,
          detail: `${fromTeam?.name ?? t('Nobody')} → ${toTeam?.name ?? t('nobody')}`,
        }),
      ),
  ];
  return found.sort((a, b) => FINDINGS.indexOf(a.kind) - FINDINGS.indexOf(b.kind));
}

function stageFindings(stage: StageView): Finding[] {
  const at = { stageId: stage.id, touchpointId: null, subject: stage.title, detail: '' };
  const [only, ...others] = stage.touchpoints;
  const broad = only && others.length === 0 && nameOf(only.title) === nameOf(stage.title);
  return [
    ...(stage.owner ? [] : [{ ...at, kind: 'stage_without_owner' as const }]),
    ...(only ? [] : [{ ...at, kind: 'stage_without_touchpoint' as const }]),
    ...(broad ? [{ ...at, kind: 'stage_too_broad' as const }] : []),
  ];
}

function touchpointFindings(
  map: JourneyMapView,
  stage: StageView,
  touchpoint: TouchpointView,
  t: Translate,
): Finding[] {
  const kinds: [FindingKind, string][] = [];
  const owned = touchpoint.owner ?? stage.owner;
  if (!owned) kinds.push([touchpoint.moment ? 'moment_without_owner' : 'touchpoint_without_owner', '']);
  const asked = touchpoint.asking || touchpoint.measures.length > 0;
  // What customers cannot see they cannot be asked about.
  if (!asked && touchpoint.visibility !== 'backstage') {
    kinds.push([touchpoint.moment ? 'moment_without_survey' : 'touchpoint_without_survey', '']);
  }
  const statements = map.statements.filter(({ touchpointId }) => touchpointId === touchpoint.id);
  const spoken = statements.some(({ evidence }) =>
    evidence.some(({ kind }) => (CUSTOMER_EVIDENCE as readonly string[]).includes(kind)),
  );
  if (touchpoint.answeredOn === null && !spoken && touchpoint.visibility !== 'backstage') {
    kinds.push(['touchpoint_without_evidence', '']);
  }
  const cadence = touchpoint.reviewCadenceDays ?? map.reviewCadenceDays;
  const fresh = freshnessOf(touchpoint.answeredOn, cadence, map.today);
  if (fresh?.freshness === 'stale') {
    kinds.push(['stale_answers', t('Last answer {days} days ago', { days: fresh.days })]);
  }
  const review = reviewState(touchpoint.reviewedOn, touchpoint.reviewCadenceDays, map.today);
  const due = dueText(review, t);
  if (due) kinds.push(['review_overdue', due]);
  for (const one of statements) {
    if (one.claimed !== one.state) kinds.push(['statement_lost_evidence', one.text]);
  }
  return kinds.map(([kind, detail]) => ({
    kind,
    stageId: stage.id,
    touchpointId: touchpoint.id,
    subject: touchpoint.title,
    detail,
  }));
}

function duplicates(
  places: readonly { stage: StageView; touchpoint: TouchpointView }[],
  t: Translate,
): Finding[] {
  const first = new Map<string, string>();
  return places.flatMap(({ stage, touchpoint }): Finding[] => {
    const name = nameOf(touchpoint.title);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, stage.title);
      return [];
    }
    return [
      {
        kind: 'duplicate_touchpoint',
        stageId: stage.id,
        touchpointId: touchpoint.id,
        subject: touchpoint.title,
        detail: t('Also in {stage}', { stage: other }),
      },
    ];
  });
}

function journeyFindings(map: JourneyMapView, t: Translate): Finding[] {
  const at = { stageId: null, touchpointId: null, subject: map.title, detail: '' };
  const due = dueText(reviewState(map.reviewedOn, map.reviewCadenceDays, map.today), t);
  return [
    ...(map.owner ? [] : [{ ...at, kind: 'journey_without_owner' as const }]),
    ...(map.outcomes.length > 0 ? [] : [{ ...at, kind: 'journey_without_outcome' as const }]),
    ...(due ? [{ ...at, kind: 'review_overdue' as const, detail: due }] : []),
  ];
}

/** How late a review is; empty where none is due. */
function dueText(review: ReviewState, t: Translate): string {
  if (review.kind === 'never') return t('Never reviewed');
  return review.kind === 'overdue' ? t('{days} days overdue', { days: review.days }) : '';
}

const nameOf = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, ' ');
