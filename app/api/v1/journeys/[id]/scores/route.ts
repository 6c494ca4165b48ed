import { keyRoute } from '@/lib/gates/key';
import { json } from '@/lib/gates/reply';
import { loadScores } from '@/lib/insights/views';

export const dynamic = 'force-dynamic';

export const GET = keyRoute<{ id: string }>(async (scope, request, { id }) =>
  json(await loadScores(scope, id, new URL(request.url).searchParams, new Date())),
);
