import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { researchQuestions } from '../schema';
import type { Scope, TxScope } from '../scope';

export type ResearchQuestionRow = {
  id: string;
  journeyId: string;
  text: string;
  answer: string;
  /** null: open. */
  answeredAt: Date | null;
  position: number;
};

const { workspaceId: _, ...columns } = getTableColumns(researchQuestions);

/** What the team wants to learn from a journey, in its order. */
export function listResearchQuestions(scope: Scope, journeyId: string): Promise<ResearchQuestionRow[]> {
  return scope.run((tx) =>
    tx
      .select(columns)
      .from(researchQuestions)
      .where(
        and(eq(researchQuestions.workspaceId, scope.workspaceId), eq(researchQuestions.journeyId, journeyId)),
      )
      .orderBy(asc(researchQuestions.position), asc(researchQuestions.id)),
  );
}

/** One research question; null where this workspace has none of that id. */
export async function findResearchQuestion(scope: Scope, id: string): Promise<ResearchQuestionRow | null> {
  const found = await scope.run((tx) =>
    tx
      .select(columns)
      .from(researchQuestions)
      .where(and(eq(researchQuestions.workspaceId, scope.workspaceId), eq(researchQuestions.id, id))),
  );
  return found[0] ?? null;
}

/** Adds a question as the last one. */
export async function insertResearchQuestion(
  scope: TxScope,
  question: Pick<ResearchQuestionRow, 'id' | 'journeyId' | 'text'> & Partial<ResearchQuestionRow>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run((tx) =>
    tx.insert(researchQuestions).values({
      workspaceId,
      ...question,
      position:
        question.position ??
        sql`(SELECT coalesce(max(q.position), -1) + 1 FROM research_questions q
          WHERE q.workspace_id = ${workspaceId} AND q.journey_id = ${question.journeyId})`,
    }),
  );
}

export async function updateResearchQuestion(
  scope: TxScope,
  id: string,
  change: Partial<Pick<ResearchQuestionRow, 'text' | 'answer' | 'answeredAt'>>,
): Promise<void> {
  await scope.run((tx) =>
    tx
      .update(researchQuestions)
      .set(change)
      .where(and(eq(researchQuestions.workspaceId, scope.workspaceId), eq(researchQuestions.id, id))),
  );
}

export async function deleteResearchQuestion(scope: TxScope, id: string): Promise<void> {
  await scope.run((tx) =>
    tx
      .delete(researchQuestions)
      .where(and(eq(researchQuestions.workspaceId, scope.workspaceId), eq(researchQuestions.id, id))),
  );
}
