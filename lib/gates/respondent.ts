import { type AskingRow, findAsking, listOpenWidgets } from '@/db/queries/placements';
import { type AnsweringRow, findAnswering } from '@/db/queries/responses';
import type { Scope } from '@/db/scope';
import { dayOf } from '../clock';
import { knownOf, languageOfContact } from '../distribution/rules/mail-model';
import { secret } from '../env';
import { AppError, notFound } from '../errors';
import { hashOf, isUuid } from '../id';
import { proveInvitation, provePlacement, proveSiteKey } from '../identity/prove';
import { goodIdentityKeys, type KnownPerson, knownPerson } from '../identity/rules/signed-person';
import { parseInput } from '../input';
import { personaOf, segmentOf } from '../journey/rules/segment';
import { shared } from '../registry';
import { type Person, type Recording, type Snapshot, type Source, snapshotSchema } from '../response/model';
import { answerOf } from '../response/rules';
import { deviceOf } from '../response/rules/device';
import { suspectOf } from '../response/rules/suspect';
import { metricOf } from '../scoring/metrics';
import type { QuestionView, SurveyState } from '../survey/model';
import { baseLanguage } from '../survey/model/content';
import type { Language } from '../survey/model/language';
import { chooseLanguage, languageOf } from '../survey/rules/languages';
import type { Known } from '../survey/rules/pipes';
import { placementState } from '../survey/rules/publishing';
import { questionView } from '../survey/rules/question-view';
import { maskedAnswer } from '../voices/rules/mask';

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
export async function widgetsOf(key: string, now: Date = new Date()): Promise<AskingRow[]> {
  const site = await proveSiteKey(key);
  if (site) return (await listOpenWidgets(site)).filter((one) => stateOf(one, now) === 'open');
  const { placement } = await askingOf(key);
  if (placement.kind !== 'widget') throw notFound();
  return stateOf(placement, now) === 'open' ? [placement] : [];
}

/** Whether a placement takes answers now: itself, and its survey. */
export function stateOf(placement: AskingRow, now: Date): SurveyState {
  return placementState(placement, now);
}

/**
 * The same place, asking in the language that suits the person best: of those they want, the preferred first, else the
 * one that their contact's list names, else the survey's first; an invited person's name and attributes filled in.
 */
export function asked<A extends Asking | Answering>(asking: A, wanted: readonly string[]): A {
  const { placement } = asking;
  const contact = 'answering' in asking ? contactOf(asking.answering) : null;
  const fallback = languageOfContact(placement.content, contact?.attributes ?? {});
  const language = chooseLanguage(placement.content.languages, [...wanted, fallback]);
  if (language === asking.question.language && contact === null) return asking;
  return { ...asking, question: questionOf(placement, language, knownOf(placement, contact).contact) };
}

/** What came with a snapshot besides its body, as far as it is recorded. */
export type Sent = {
  responseId: string;
  body: unknown;
  responseKey: string | null;
  now: Date;
  /** Headers User-Agent and Sec-CH-UA-Mobile. */
  userAgent?: string | undefined;
  mobileHint?: string | undefined;
  /** Whether its network has begun more responses here than people would. */
  flood?: boolean;
};

/**
 * A snapshot from outside, made into what is recorded at its placement.
 *
 * @throws AppError `invalid` with the fields; `not_found` where the placement needs an invitation that was not shown
 */
export async function recordingOf(asking: Asking | Answering, sent: Sent): Promise<Recording> {
  const { placement } = asking;
  const invited = 'answering' in asking ? asking.answering : null;
  if (placement.kind === 'email' && !invited) throw notFound();
  if (!isUuid(sent.responseId)) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [{ path: 'responseId', message: 'Make the id a lower-case UUID.' }],
    });
  }
  const snapshot: Snapshot = parseInput(snapshotSchema, sent.body);
  const person = invited || !snapshot.person ? null : await personOf(snapshot.person, placement, sent.now);
  const takes = TAKES[stateOf(placement, sent.now)];
  return {
    placementId: placement.id,
    responseId: sent.responseId,
    seq: snapshot.seq,
    state: snapshot.state,
    ...maskedAnswer(answerOf(snapshot, metricOf(placement.metric), placement.content), placement.masking),
    suspect: suspectOf(snapshot.signals, sent.flood ?? false),
    language: languageSaid(snapshot.context?.language, placement),
    page: pathOf(snapshot.context?.page),
    device: deviceOf(sent.userAgent, sent.mobileHint),
    keyHash: sent.responseKey === null ? null : Buffer.from(hashOf(sent.responseKey)).toString('hex'),
    invitationId: invited?.invitationId ?? null,
    contactId: invited?.contactId ?? null,
    ...countedFor(invited ?? verified(person), placement),
    identity: person?.identity ?? null,
    respondentKey: person?.respondentKey ?? null,
    attributes: person?.attributes ?? null,
    source: placement.kind as Source,
    receivedAt: sent.now,
    day: dayOf(sent.now, placement.timeZone),
    ...(takes === 'everything' ? {} : { takes }),
  };
}

/** What each state lets in. */
const TAKES: Record<SurveyState, 'everything' | 'existing' | 'nothing'> = {
  open: 'everything',
  full: 'existing',
  paused: 'nothing',
  closed: 'nothing',
  early: 'nothing',
  over: 'nothing',
};

const personOf = (person: Person, placement: AskingRow, now: Date): Promise<KnownPerson | null> =>
  knownPerson(person, {
    keys: goodIdentityKeys(secret(), placement.workspaceId, placement.identityKeyVersion),
    workspaceId: placement.workspaceId,
    required: placement.site.identityRequired,
    now,
  });

/** What is known of a signed visitor; what is unsigned decides nothing. */
const verified = (person: KnownPerson | null) => ({
  personaId: null,
  attributes: person?.identity === 'verified' ? person.attributes : null,
});

/** The persona and the segment that an answer counts for. Whose contact was erased is nobody that is known. */
function countedFor(
  { personaId, attributes }: Pick<AnsweringRow, 'personaId' | 'attributes'>,
  { personas, segmentAttribute }: AskingRow,
): { persona: string; segment: string } {
  if (attributes === null) return { persona: '', segment: '' };
  return {
    persona: personaOf({ personaId, attributes }, personas),
    segment: segmentOf(attributes, segmentAttribute),
  };
}

/** The offered language that a client says it asked in; null where it names none of them. */
function languageSaid(tag: string | undefined, { content }: AskingRow): string | null {
  const language = tag === undefined ? null : languageOf(tag);
  return language !== null && content.languages.includes(language) ? language : null;
}

/** The path of a page, without what stands behind it: a query may hold what is nobody's business. */
function pathOf(page: string | undefined): string | null {
  const path = page?.split(/[?#]/)[0]?.trim() ?? '';
  return path === '' ? null : path;
}

/** Who an invitation is for; null where the contact was erased. */
function contactOf({ name, attributes }: AnsweringRow) {
  if (attributes === null) return null;
  const texts = Object.entries(attributes).map(([field, value]) => [field, String(value)]);
  return { name: name ?? '', attributes: Object.fromEntries(texts) as Record<string, string> };
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
    known: { ...knownOf(placement, null), contact },
  });
}
