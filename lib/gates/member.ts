import { cookies, headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { cache } from 'react';
import { getWorkspace, listWorkspacesOf } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { env } from '../env';
import { notFound } from '../errors';
import { isUuid } from '../id';
import type { Role, Tongue, Workspace } from '../identity/model';
import { proveFounder, proveMember } from '../identity/prove';
import { HOME_PATH, ownPath } from '../identity/rules';
import { readText } from './language';
import { type ActionResult, problemFor, problemReply, requestIdOf, stamped, unauthorized } from './reply';
import { currentUser, refuseForeignWrite, type SignedIn } from './session';

/** A person signed in, with the right to one workspace. */
export type Member = {
  scope: Scope;
  user: SignedIn;
  role: Role;
  workspace: Workspace;
  /** All workspaces of the person, the first joined first. */
  workspaces: { id: string; name: string }[];
};

const WORKSPACE_COOKIE = 'milepost_workspace';

/** The member who asks for a page. Whoever is signed out is led to signing in, whoever has no workspace to founding one. */
export async function requireMember(): Promise<Member> {
  const found = await findMember();
  if (found === 'no workspace') redirect('/welcome');
  if (found === 'signed out') redirect(signInPath(ownPath((await headers()).get('x-milepost-path'))));
  return found;
}

/** The person who asks for a page that needs no workspace. Whoever is signed out is led to signing in. */
export async function requireUser(): Promise<SignedIn> {
  const user = await currentUser();
  if (!user) redirect(signInPath(ownPath((await headers()).get('x-milepost-path'))));
  return user;
}

/** The scope of a workspace that the person is about to found. @throws AppError `unauthorized` */
export function founderScope(user: SignedIn | null): Scope {
  if (!user) throw unauthorized('Sign in first.');
  return proveFounder(user.id);
}

/** The page to sign in at, which then leads to that path. */
export function signInPath(next: string): string {
  return next === HOME_PATH ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/**
 * Wraps the body of a server action of members. Refuses other sites' writes and people without membership, and gives
 * every refusal back as a value, because the page has to show it.
 */
export function memberAction<A extends unknown[], T>(
  body: (member: Member, ...args: A) => Promise<T>,
): (...args: A) => Promise<ActionResult<T>> {
  return async (...args) => {
    const asked = await headers();
    const requestId = requestIdOf(asked);
    try {
      refuseForeignWrite(asked);
      return { ok: true, value: await body(await getMember(), ...args) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, problem: problemFor(error, requestId, await readText()) };
    }
  };
}

/** Wraps a route handler of members; what it throws becomes a problem. */
export function memberRoute<P = Record<string, never>>(
  handler: (member: Member, request: Request, params: P) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers);
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeignWrite(request.headers);
      return stamped(await handler(await getMember(), request, await context.params), requestId);
    } catch (error) {
      unstable_rethrow(error);
      return problemReply(error, requestId);
    }
  };
}

/** Makes another of the person's workspaces the one that pages show; anything else changes nothing that is seen. */
export async function selectWorkspace(workspaceId: string): Promise<void> {
  if (!isUuid(workspaceId)) return;
  (await cookies()).set(WORKSPACE_COOKIE, workspaceId, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env().secure,
    maxAge: 365 * 86_400,
  });
}

async function getMember(): Promise<Member> {
  const found = await findMember();
  if (found === 'signed out') throw unauthorized('Sign in first.');
  if (found === 'no workspace') throw notFound();
  return found;
}

const findMember = cache(async (): Promise<Member | 'signed out' | 'no workspace'> => {
  const user = await currentUser();
  if (!user) return 'signed out';
  const workspaces = await listWorkspacesOf(user.id);
  // The cookie only chooses among workspaces that the person belongs to at this moment.
  const asked = (await cookies()).get(WORKSPACE_COOKIE)?.value;
  const chosen = workspaces.find((workspace) => workspace.id === asked) ?? workspaces[0];
  const scope = chosen ? await proveMember(user.id, chosen.id) : null;
  if (scope?.actor.kind !== 'member') return 'no workspace';
  const workspace = await getWorkspace(scope);
  // What a person reads is in their own language, whatever their workspace's.
  const language = user.language ?? workspace.language;
  return { scope, user, role: scope.actor.role, workspace: { ...workspace, language }, workspaces };
});

/** The language in which the member of this request reads; null where nobody is signed in. */
export async function memberTongue(): Promise<Tongue | null> {
  const found = await findMember();
  if (found === 'signed out') return null;
  return found === 'no workspace' ? ((await currentUser())?.language ?? null) : found.workspace.language;
}
