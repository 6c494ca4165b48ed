import type { CaseLine } from '@/db/queries/cases';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { env } from '../../env';
import { formatInstant } from '../../format';
import { sayIn } from '../../messages/say-in';
import type { HookMessage } from '../model/hook';
import { conditionText, OUTCOME_WORDS, pointText } from '../rules/words';

/** What hooks are told of a case, in the workspace's language: its answer's place and score, and none of its words. */
export async function caseMessage(
  scope: Scope,
  event: 'case.opened' | 'case.closed' | 'case.reopened',
  line: CaseLine,
): Promise<{ message: HookMessage; text: string }> {
  const { language, timeZone } = await getWorkspace(scope);
  const t = sayIn(language);
  const title = line.subjectTitle ?? t('A retired touchpoint');
  const point = pointText(line.metric, line.score, t);
  const texts = {
    'case.opened': () =>
      t('New case at {title}: {point}. Due {due}.', {
        title,
        point,
        due: formatInstant(line.dueAt, timeZone, language),
      }),
    'case.closed': () =>
      t('Case at {title} closed: {outcome}.', {
        title,
        outcome: line.outcome ? t(OUTCOME_WORDS[line.outcome]) : '–',
      }),
    'case.reopened': () => t('Case at {title} opened again.', { title }),
  };
  return {
    text: texts[event](),
    message: {
      event,
      case: {
        id: line.id,
        state: line.state,
        outcome: line.outcome,
        openedAt: line.openedAt.toISOString(),
        dueAt: line.dueAt.toISOString(),
        closedAt: line.closedAt?.toISOString() ?? null,
        assignee: line.assignee,
        rule: conditionText(line.condition, t),
        url: new URL(`/cases/${line.id}`, env().APP_URL).href,
      },
      subject: { lineageId: line.lineageId, title },
      answer: {
        placementId: line.placementId,
        responseId: line.responseId,
        metric: line.metric,
        score: line.score,
      },
    },
  };
}
