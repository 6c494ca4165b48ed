import { AppError } from '@/lib/errors';
import { streamOf } from '@/lib/gates/download';
import { keyRoute } from '@/lib/gates/key';
import { requestIdOf } from '@/lib/gates/reply';
import { csvOf, jsonLinesOf } from '@/lib/insights/rules/tables/text';
import { openAnswers } from '@/lib/insights/views/answers';

export const dynamic = 'force-dynamic';

const FORMATS = {
  jsonl: { type: 'application/jsonl; charset=utf-8', body: jsonLinesOf },
  csv: { type: 'text/csv; charset=utf-8; header=present', body: csvOf },
} as const;

/** Every counted answer behind the scores, a line each, made while it is read. */
export const GET = keyRoute<{ id: string }>(async (scope, request, { id }) => {
  const params = new URL(request.url).searchParams;
  const { type, body } = FORMATS[formatOf(params)];
  const table = await openAnswers(scope, id, params, new Date(), 'as asked');
  return new Response(streamOf(body(table), requestIdOf(request.headers)), {
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  });
});

function formatOf(params: URLSearchParams): keyof typeof FORMATS {
  const [format = 'jsonl', ...more] = params.getAll('format');
  if (more.length === 0 && (format === 'jsonl' || format === 'csv')) return format;
  throw new AppError('bad_request', 'Some parameters need correcting.', {
    errors: [{ path: 'format', message: 'Give jsonl or csv.' }],
  });
}
