import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addAlertRule } from '@/lib/cases/commands/alert';
import { addCaseRule } from '@/lib/cases/commands/case-rule';
import { addHook, testHook } from '@/lib/cases/commands/hook';
import { lookAtAnswers } from '@/lib/cases/commands/look';
import { replyToCase } from '@/lib/cases/commands/work';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { launchCampaign } from '@/lib/distribution/commands/launch-campaign';
import { newId } from '@/lib/id';
import { inviteMember } from '@/lib/identity/commands/invite-member';
import { makeApiKey } from '@/lib/identity/commands/make-api-key';
import { addImprovement } from '@/lib/improvements/commands/improvement';
import { addDecision } from '@/lib/journey/commands/decision';
import { addEvidence } from '@/lib/journey/commands/evidence';
import { askAboutHandoff } from '@/lib/journey/commands/handoff';
import { createJourney } from '@/lib/journey/commands/journey';
import { addLink } from '@/lib/journey/commands/link';
import { addMarker } from '@/lib/journey/commands/marker';
import { addPersona } from '@/lib/journey/commands/persona';
import { addRemark } from '@/lib/journey/commands/remark';
import { askResearchQuestion } from '@/lib/journey/commands/research-question';
import { signOff } from '@/lib/journey/commands/review';
import { saveView } from '@/lib/journey/commands/saved-view';
import { makeShare } from '@/lib/journey/commands/share';
import { addStage } from '@/lib/journey/commands/stage';
import { addStatement } from '@/lib/journey/commands/statement';
import { addTeam } from '@/lib/journey/commands/team';
import { addTouchpoint } from '@/lib/journey/commands/touchpoint';
import { startWalk } from '@/lib/journey/commands/walk';
import { addBenchmark } from '@/lib/outcomes/commands/benchmark';
import { recordResponse } from '@/lib/response/commands/record-response';
import { draftSurvey, openPlacement, publishSurvey } from '@/lib/survey/commands';
import { newContent } from '@/lib/survey/model/content';
import { beginCheck } from '@/lib/voices/commands/agreement';
import { importVoices } from '@/lib/voices/commands/import-voices';
import { readBatch } from '@/lib/voices/commands/read-voices';
import { addTheme } from '@/lib/voices/commands/theme';
import { database } from '../client';
import { listChecked } from '../queries/agreement';
import { insertAlerts } from '../queries/alerts';
import { claimJobs } from '../queries/lookups';
import { rows, transact } from '../scope';
import type { TestWorkspace } from './database';

export type Kind =
  | 'journey'
  | 'otherJourney'
  | 'stage'
  | 'touchpoint'
  | 'nextTouchpoint'
  | 'link'
  | 'handoff'
  | 'handoffLineage'
  | 'lineage'
  | 'team'
  | 'persona'
  | 'version'
  | 'marker'
  | 'decision'
  | 'benchmark'
  | 'review'
  | 'question'
  | 'walk'
  | 'view'
  | 'statement'
  | 'evidence'
  | 'improvement'
  | 'remark'
  | 'share'
  | 'survey'
  | 'placement'
  | 'widget'
  | 'contact'
  | 'campaign'
  | 'invitation'
  | 'response'
  | 'voice'
  | 'theme'
  | 'agreement'
  | 'drawn'
  | 'key'
  | 'member'
  | 'invite'
  | 'case'
  | 'reply'
  | 'caseRule'
  | 'alertRule'
  | 'alert'
  | 'hook'
  | 'delivery'
  | 'job'
  | 'lease';

/** One object of every kind in the workspace, made by the product's own commands; their ids. */
export async function testObjects(workspace: TestWorkspace): Promise<Record<Kind, string>> {
  const { scope, workspaceId } = workspace;
  const journey = await createJourney(scope, { title: 'A journey' });
  const other = await createJourney(scope, { title: 'Another journey' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'A stage' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'A touchpoint' });
  const next = await addTouchpoint(scope, { stageId: stage.id, title: 'The next touchpoint' });
  const ends = { fromId: touchpoint.id, toId: next.id };
  const link = await addLink(scope, { journeyId: journey.id, kind: 'next', ...ends });
  const handoff = await askAboutHandoff(scope, ends);
  const team = await addTeam(scope, { name: 'A team' });
  const persona = await addPersona(scope, { name: 'A persona' });
  const view = await saveView(scope, { journeyId: journey.id, name: 'A view', query: 'zoom=75' });
  const walk = await startWalk(scope, { journeyId: journey.id });
  const question = await askResearchQuestion(scope, { journeyId: journey.id, text: 'Why?' });
  const review = await signOff(scope, { journeyId: journey.id });
  const statement = await addStatement(scope, {
    journeyId: journey.id,
    touchpointId: touchpoint.id,
    kind: 'people',
    text: 'A statement',
  });
  const evidence = await addEvidence(scope, {
    statementId: statement.id,
    kind: 'interview',
    gatheredOn: '2026-01-15',
  });
  const improvement = await addImprovement(scope, {
    journeyId: journey.id,
    title: 'An improvement',
    lineageIds: [touchpoint.lineageId],
    statementIds: [statement.id],
  });
  const about = { journeyId: journey.id, touchpointId: touchpoint.id, text: 'A change' };
  const marker = await addMarker(scope, { ...about, changedOn: '2026-01-01', outcome: 'Effort' });
  const benchmark = await addBenchmark(scope, {
    ...{ metric: 'nps', value: 0.3, scale: '0…10', source: 'A report', link: null, year: 2025, n: null },
  });
  const decision = await addDecision(scope, { ...about, reason: 'A reason', decidedOn: '2026-01-01' });
  const remark = await addRemark(scope, { journeyId: journey.id, text: 'A remark' });
  const share = await makeShare(scope, { journeyId: journey.id, name: 'A link' });
  const content = newContent('en', { topic: 'book a visit' });
  const survey = await draftSurvey(scope, { lineageId: touchpoint.lineageId, metric: 'ces', content });
  await publishSurvey(scope, { id: survey.id });
  const placement = await openPlacement(scope, { surveyId: survey.id, kind: 'email' });
  const widget = await openPlacement(scope, { surveyId: survey.id, kind: 'widget' });
  await addContacts(scope, { contacts: [{ email: 'ana@example.com', name: 'Ana' }] });
  const campaign = await launchCampaign(scope, {
    placementId: placement.id,
    name: 'A campaign',
    subject: 'How was it?',
    greeting: '',
    recipients: 'all',
  });
  await inviteMember(scope, { email: 'guest@example.com', role: 'viewer' });
  const key = await makeApiKey(scope, { name: 'A key' });
  const member = await workspace.as('editor');
  const idOf = async (table: string) => {
    const found = await scope.run((tx) =>
      rows<{ id: string }>(
        tx,
        sql`SELECT id FROM ${sql.identifier(table)} WHERE workspace_id = ${workspaceId} LIMIT 1`,
      ),
    );
    const id = found[0]?.id;
    if (!id) throw new Error(`No row in ${table}.`);
    return id;
  };
  const job = (await claimJobs(database().orm, 1000, 3600)).find((one) => one.workspaceId === workspaceId);
  if (!job) throw new Error('The campaign made no job.');
  const theme = await addTheme(scope, { name: 'A theme', phrases: ['a word', 'another'] });
  await importVoices(scope, {
    ...{ lineageId: touchpoint.lineageId, kind: 'interview' },
    material: [{ text: 'A voice', day: '2026-01-15' }],
  });
  const response = randomUUID();
  const contact = await idOf('contacts');
  const caseRule = await addCaseRule(scope, {
    condition: { kind: 'comment' },
    ...{ journeyId: null, lineageId: null, assigneeUserId: null, dueHours: 8 },
  });
  await recordResponse(scope, {
    placementId: placement.id,
    responseId: response,
    seq: 1,
    state: 'complete',
    score: 2,
    words: null,
    comment: 'Hard.',
    keyHash: null,
    invitationId: null,
    contactId: contact,
    persona: '',
    respondentKey: null,
    attributes: null,
    source: 'email',
    receivedAt: new Date(),
    day: new Date().toISOString().slice(0, 10),
  });
  await lookAtAnswers(scope, {});
  const caseId = await idOf('cases');
  const reply = newId();
  await replyToCase(scope, { id: caseId, replyId: reply, subject: 'Sorry', text: 'We are sorry.' });
  const alertRule = await addAlertRule(scope, { condition: { kind: 'drop' }, journeyId: null });
  const finding = { kind: 'bounce', failed: 9, sent: 20, low: 0.2, high: 0.5, days: 14 } as const;
  const alert = { id: newId(), ruleId: alertRule.id, subjectKey: 'mail', lineageId: null, finding };
  await transact(scope, (tx) => insertAlerts(tx, [{ ...alert, raisedAt: new Date() }]));
  const hook = await addHook(scope, {
    ...{ name: 'A hook', url: 'https://example.com/hook', shape: 'milepost' },
    events: ['case.opened'],
  });
  await testHook(scope, { id: hook.id });
  const voice = await idOf('voices');
  await readBatch(scope, {});
  const agreement = await beginCheck(scope, { themeId: theme.id });
  const [drawn] = await listChecked(scope, [agreement.id]);
  return {
    case: caseId,
    reply,
    caseRule: caseRule.id,
    alertRule: alertRule.id,
    alert: alert.id,
    hook: hook.id,
    delivery: await idOf('hook_deliveries'),
    journey: journey.id,
    otherJourney: other.id,
    stage: stage.id,
    touchpoint: touchpoint.id,
    nextTouchpoint: next.id,
    link: link.id,
    handoff: handoff.id,
    handoffLineage: handoff.lineageId,
    lineage: touchpoint.lineageId,
    team: team.id,
    persona: persona.id,
    version: decision.versionId,
    marker: marker.id,
    decision: decision.id,
    benchmark: benchmark.id,
    review: review.id,
    question: question.id,
    walk: walk.id,
    view: view.id,
    statement: statement.id,
    evidence: evidence.id,
    improvement: improvement.id,
    remark: remark.id,
    share: share.id,
    survey: survey.id,
    placement: placement.id,
    widget: widget.id,
    contact,
    campaign: campaign.id,
    invitation: await idOf('invitations'),
    response,
    voice,
    agreement: agreement.id,
    drawn: drawn?.voiceId ?? '',
    theme: theme.id,
    key: key.id,
    member: member.actor.kind === 'member' ? member.actor.userId : '',
    invite: await idOf('invites'),
    job: job.id,
    lease: job.leaseToken,
  };
}
