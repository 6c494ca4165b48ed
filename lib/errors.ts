/** Every code that may reach a person or a program, with the HTTP status of its reply. One file maps codes to replies. */
export const ERROR_STATUS = {
  bad_request: 400,
  not_json: 400,
  too_deep: 400,
  unauthorized: 401,
  forbidden: 403,
  cross_site: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  seq_conflict: 409,
  already_complete: 409,
  invitation_answered: 409,
  closed: 410,
  too_large: 413,
  wrong_type: 415,
  invalid: 422,
  too_many: 429,
  internal: 500,
  busy: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field that was refused: `path` as in `answer.score`, `message` says what to do. */
export type FieldError = { path: string; message: string };

/** A refusal that may be told to the caller as it is. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** What is stored instead, for who has to catch up with it. */
  readonly stored: { seq: number; state: string } | undefined;
  /** What somebody else wrote meanwhile, by field. */
  readonly theirs: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      errors?: FieldError[];
      retryAfterSeconds?: number;
      stored?: { seq: number; state: string };
      theirs?: Readonly<Record<string, unknown>>;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = more.errors;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.stored = more.stored;
    this.theirs = more.theirs;
  }
}

/** Whether a thrown value is ours; by name, because two bundles of one process carry two copies of the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error;
}

/** What you may not see does not exist: the same words for an absent and for a foreign object. */
export function notFound(): AppError {
  return new AppError('not_found', 'There is nothing here under that address.');
}

/** The body of an `application/problem+json` reply (RFC 9457). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  requestId: string;
  errors?: FieldError[];
  seq?: number;
  state?: string;
  theirs?: Readonly<Record<string, unknown>>;
};

/** Turns a thrown value into a problem; what is not an AppError becomes `internal` and tells nothing. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (!isAppError(error)) {
    return {
      type: 'about:blank',
      title: 'Something failed on our side. Try again.',
      status: 500,
      code: 'internal',
      requestId,
    };
  }
  return {
    type: 'about:blank',
    title: error.message,
    status: ERROR_STATUS[error.code],
    code: error.code,
    requestId,
    ...(error.errors ? { errors: error.errors } : {}),
    ...error.stored,
    ...(error.theirs ? { theirs: error.theirs } : {}),
  };
}
