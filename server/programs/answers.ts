import { AppError } from '../../lib/errors';
import { download, streamOf } from '../../lib/gates/download';
import { keyRoute } from '../../lib/gates/key';
import { requestIdOf } from '../../lib/gates/reply';
import {
  ANSWER_FILES,
  type AnswerFormat,
  isAnswerFormat,
} from '../../lib/insights/rules/tables/answer-files';
import { openAnswers } from '../../lib/insights/views/answers';

/** Every counted answer behind the scores, a line each, made while it is read. */
export const answers = keyRoute<{ id: string }>(async (scope, request, { id }) => {
  const params = new URL(request.url).searchParams;
  const format = formatOf(params);
  const { type, body } = ANSWER_FILES[format];
  const table = await openAnswers(scope, id, params, new Date(), 'as asked');
  const requestId = requestIdOf(request.headers);
  // A workbook is something to keep; lines are something to read on.
  if (format === 'xlsx') {
    const name = { title: `${table.title}-answers`, day: table.today, ending: format };
    return download(name, type, body(table), requestId);
  }
  return new Response(streamOf(body(table), requestId), {
    headers: { 'content-type': type, 'cache-control': 'no-store' },
  });
});

function formatOf(params: URLSearchParams): AnswerFormat {
  const [format = 'jsonl', ...more] = params.getAll('format');
  if (more.length === 0 && isAnswerFormat(format)) return format;
  throw new AppError('bad_request', 'Some parameters need correcting.', {
    errors: [{ path: 'format', message: 'Give jsonl, csv or xlsx.' }],
  });
}
