import { searchOf } from './address';
import { parseFilter } from './filter';
import { parseLook, writeLook } from './look';

/**
 * The part of an address that makes a view of a map: its filter and its look, without '?', in one spelling.
 *
 * @throws AppError `bad_request` for a bad filter
 */
export function viewQuery(params: URLSearchParams): string {
  return writeLook(new URLSearchParams(searchOf(parseFilter(params))), parseLook(params)).toString();
}
