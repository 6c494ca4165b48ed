import { type AskingRow, findAsking, listOpenWidgets } from '@/db/queries/placements';
import { type AnsweringRow, findAnswering } from '@/db/queries/responses';
import type { Scope } from '@/db/scope';
import { dayOf } from '../clock';
import { AppError, notFound } from '../errors';
import { hashOf, isUuid } from '../id';
import { proveInvitation, provePlacement, proveSiteKey } from '../identity/prove';
import { parseInput } from '../input';
import { personaOf } from '../journey/rules/segment';
import { shared } from '../registry';
import { type Recording, type Snapshot, type Source, snapshotSchema } from '../response/model';
import { answerOf } from '../response/rules';
import { metricOf } from '../scoring/metrics';
import type { QuestionView, SurveyState } from '../survey/model';
import { baseLanguage } from '../survey/model/content';
import type { Language } from '../survey/model/language';
import type { Known } from '../survey/rules/pipes';
import { surveyState } from '../survey/rules/publishing';
import { questionView } from '../survey/rules/question-view';

/** A place where somebody may answer, with the right to do so. */
export type Asking = {
  scope: Scope;
  placement: AskingRow;
  /** In the survey's first language, for somebody of whom nothing is known. */
  question: QuestionView;
};

/** The same, for the holder of one invitation. */
export type Answering = Asking & { answering: AnsweringRow; token: string };

/** How long a placement is remembered: what an author changes is seen by customers at most this much later. */
const REMEMBERED_MS = 1000;

/** The placement of a public key, open or closed. @throws AppError `not_found` */
export async function askingOf(key: string): Promise<Asking> {
  const proven = await provePlacement(key);
  if (!proven) throw notFound();
  return rememberedAsking(proven.scope, proven.placementId);
}

/** The invitation of a token with its placement. @throws AppError `not_found` */
export async function answeringOf(token: string): Promise<Answering> {
  const proven = await proveInvitation(token);
  const answering = proven && (await findAnswering(proven.scope, proven.invitationId));
  if (!proven || !answering) throw notFound();
  return { ...(await rememberedAsking(proven.scope, answering.placementId)), answering, token };
}

/** What a widget that was installed with this key (a site's, or one placement's) may show. @throws AppError `not_found` */
export async function widgetsOf(key: string): Promise<AskingRow[]> {
  const site = await proveSiteKey(key);
  if (site) return listOpenWidgets(site);
  const { placement } = await askingOf(key);
  if (placement.kind !== 'widget') throw notFound();
  return placement.closedAt ? [] : [placement];
}

/**
 * A snapshot from outside, made into what is recorded at its placement.
 *
 * @throws AppError `invalid` with the fields; `not_found` where the placement needs an invitation that was not shown
 */
export function recordingOf(
  asking: Asking | Answering,
  sent: { responseId: string; body: unknown; responseKey: string | null; now: Date },
): Recording {
  const { placement } = asking;
  const invited = 'answering' in asking ? asking.answering : null;
  if (placement.kind === 'email' && !invited) throw notFound();
  if (!isUuid(sent.responseId)) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [{ path: 'responseId', message: 'Make the id a lower-case UUID.' }],
    });
  }
  const snapshot: Snapshot = parseInput(snapshotSchema, sent.body);
  return {
    placementId: placement.id,
    responseId: sent.responseId,
    seq: snapshot.seq,
    state: snapshot.state,
    ...answerOf(snapshot, metricOf(placement.metric), placement.content),
    keyHash: sent.responseKey === null ? null : Buffer.from(hashOf(sent.responseKey)).toString('hex'),
    invitationId: invited?.invitationId ?? null,
    contactId: invited?.contactId ?? null,
    segment: invited ? segmentOf(invited, placement) : '',
    respondentKey: null,
    attributes: null,
    source: placement.kind as Source,
    receivedAt: sent.now,
    day: dayOf(sent.now, placement.timeZone),
  };
}

/** The persona that an invited person's answer counts for. Whose contact was erased is nobody that is known. */
function segmentOf({ personaId, attributes }: AnsweringRow, { personas }: AskingRow): string {
  return attributes === null ? '' : personaOf({ personaId, attributes }, personas);
}

async function rememberedAsking(scope: Scope, placementId: string): Promise<Asking> {
  const known = shared('askings', () => new Map<string, { at: number; asking: Promise<Asking> }>());
  const now = Date.now();
  const found = known.get(placementId);
  if (found && now - found.at < REMEMBERED_MS) return found.asking;
  if (known.size >= 5000) known.clear();
  const asking = loadAsking(scope, placementId);
  known.set(placementId, { at: now, asking });
  asking.catch(() => known.delete(placementId));
  return asking;
}

async function loadAsking(scope: Scope, placementId: string): Promise<Asking> {
  const placement = await findAsking(scope, placementId);
  if (!placement) throw notFound();
  return { scope, placement, question: questionOf(placement) };
}

/** The question of a placement as its customers read it, by default in its first language. */
export function questionOf(
  placement: AskingRow,
  language: Language = baseLanguage(placement.content),
  contact: Known['contact'] = null,
): QuestionView {
  return questionView({
    key: placement.key,
    metric: metricOf(placement.metric),
    content: placement.content,
    brand: placement.brand,
    privacyUrl: placement.privacyUrl,
    language,
    known: {
      contact,
      touchpoint: placement.subjectTitle ?? '',
      touchpointContact: placement.contactRole,
    },
  });
}

/** Whether a placement takes answers now: itself, and its survey. */
export function stateOf(placement: AskingRow, now: Date): SurveyState {
  return placement.closedAt ? 'closed' : surveyState(placement.times, placement.answers, now);
}
