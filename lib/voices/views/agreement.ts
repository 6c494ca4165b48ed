import { type CheckedRow, type CheckRow, findCheck, listChecked, listChecks } from '@/db/queries/agreement';
import { findTheme } from '@/db/queries/themes';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { notFound } from '../../errors';
import { isUuid } from '../../id';
import { type AgreementView, answersOf, type Judgement } from '../model/agreement';
import { agreementOf } from '../rules/agreement';

/** A check as its page and its list show it. */
export type CheckView = CheckRow & {
  drawn: number;
  judged: number;
  minimumN: number;
  answers: readonly Judgement[];
  /** null while comments wait to be judged: what the machine says would give it away. */
  result: AgreementView | null;
};

/** One check with the comment that is judged next and, once all were, those that machine and member see differently. */
export type OpenCheckView = CheckView & { next: CheckedRow | null; differing: CheckedRow[] };

/** The checks of a theme, or with null of how comments sound, the newest first. @throws AppError `not_found` */
export async function loadChecks(
  scope: Scope,
  themeId: string | null,
): Promise<{ theme: { id: string; name: string } | null; checks: CheckView[] }> {
  const theme = themeId === null ? null : isUuid(themeId) ? await findTheme(scope, themeId) : null;
  if (themeId !== null && (!theme || theme.retiredAt)) throw notFound();
  const checks = await listChecks(scope, themeId);
  const [{ minimumN }, labels] = await Promise.all([
    getWorkspace(scope),
    listChecked(
      scope,
      checks.map(({ id }) => id),
    ),
  ]);
  return {
    theme: theme && { id: theme.id, name: theme.name },
    checks: checks.map((check) =>
      viewOf(
        check,
        labels.filter(({ checkId }) => checkId === check.id),
        minimumN,
      ),
    ),
  };
}

/** @throws AppError `not_found` */
export async function loadCheck(scope: Scope, id: string): Promise<OpenCheckView> {
  const check = isUuid(id) ? await findCheck(scope, id) : null;
  if (!check) throw notFound();
  const [{ minimumN }, labels] = await Promise.all([getWorkspace(scope), listChecked(scope, [id])]);
  const view = viewOf(check, labels, minimumN);
  return {
    ...view,
    next: labels.find((one) => waits(one)) ?? null,
    differing: view.result ? labels.filter((one) => one.member !== null && one.member !== one.machine) : [],
  };
}

/** An answer that is held back meanwhile shows no words, so it is not waited for. */
const waits = ({ member, text }: CheckedRow) => member === null && text !== '';

function viewOf(check: CheckRow, labels: readonly CheckedRow[], minimumN: number): CheckView {
  const answers = answersOf(check.themeId);
  const judged = labels.filter(({ member }) => member !== null).length;
  const open = labels.filter(waits).length;
  return {
    ...check,
    ...{ drawn: judged + open, judged, minimumN, answers },
    result: open > 0 ? null : agreementOf(labels, answers, minimumN),
  };
}
