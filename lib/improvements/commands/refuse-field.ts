import { AppError } from '../../errors';

/** Refuses what stands in one field, and says there what to do. @throws AppError `invalid`, always */
export function refuseField(path: string, message: string): never {
  throw new AppError('invalid', 'Some fields need correcting.', { errors: [{ path, message }] });
}
