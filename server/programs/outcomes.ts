import { AppError } from '../../lib/errors';
import { keyRoute } from '../../lib/gates/key';
import { json } from '../../lib/gates/reply';
import { may } from '../../lib/identity/rules';
import { recordOutcomes } from '../../lib/outcomes/commands/record-outcomes';

/** A thousand outcomes with the longest keys fit. */
const LARGEST_BODY = 524_288;

/** Takes outcomes of customers in. */
export const outcomes = keyRoute(async (scope, request) => {
  if (!may(scope.actor, 'outcome.record')) {
    throw new AppError(
      'forbidden',
      'This key only reads. Make one that may also bring in outcomes, under Settings, API keys.',
    );
  }
  return json(await recordOutcomes(scope, (await bodyOf(request)) as Parameters<typeof recordOutcomes>[1]));
});

async function bodyOf(request: Request): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new AppError('wrong_type', 'Send Content-Type: application/json.');
  }
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LARGEST_BODY) {
    throw new AppError('too_large', `Send at most ${LARGEST_BODY.toLocaleString('en')} bytes.`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('not_json', 'Send the body as one JSON object.', { cause });
  }
}
