import type { FieldError } from '../../errors';
import type { TouchpointFields } from '../model/touchpoint';

type Ruled = Pick<
  TouchpointFields,
  | 'importanceCustomer'
  | 'importanceBusiness'
  | 'importanceSource'
  | 'importanceReason'
  | 'decision'
  | 'decisionReason'
>;

const IMPORTANCE = [
  'importanceCustomer',
  'importanceBusiness',
  'importanceSource',
  'importanceReason',
] as const;
const DECISION = ['decision', 'decisionReason'] as const;

/**
 * What does not fit together in a touchpoint as it would be after a change; empty where all is well. Only what the change
 * touches is judged, so that an old contradiction does not stand in the way of a new name.
 *
 * - Every touchpoint is as important as any other until somebody says where another weight comes from; a weight that the
 *   team only assumes needs its reason. Without a weight there is neither source nor reason.
 * - Whatever is decided but to keep a touchpoint needs its reason. Without a decision there is none.
 */
export function touchpointFaults(
  change: Partial<Record<keyof TouchpointFields, unknown>>,
  after: Ruled,
): FieldError[] {
  const touches = (fields: readonly (keyof Ruled)[]) => fields.some((field) => Object.hasOwn(change, field));
  return [
    ...(touches(IMPORTANCE) ? importanceFaults(after) : []),
    ...(touches(DECISION) ? decisionFaults(after) : []),
  ];
}

function importanceFaults(after: Ruled): FieldError[] {
  const { importanceSource: source, importanceReason: reason } = after;
  if (after.importanceCustomer === null && after.importanceBusiness === null) {
    if (source === null && reason === '') return [];
    const path = source === null ? 'importanceReason' : 'importanceSource';
    return [{ path, message: 'Choose an importance first, or leave this empty.' }];
  }
  if (source === null) {
    return [{ path: 'importanceSource', message: 'Say where this importance comes from.' }];
  }
  if (source === 'assumed' && reason === '') {
    return [{ path: 'importanceReason', message: 'Say why the team weighs it differently.' }];
  }
  return [];
}

function decisionFaults({ decision, decisionReason }: Ruled): FieldError[] {
  if (decision === null && decisionReason !== '') {
    return [{ path: 'decisionReason', message: 'Choose a decision first, or leave this empty.' }];
  }
  if (decision !== null && decision !== 'keep' && decisionReason === '') {
    return [{ path: 'decisionReason', message: 'Say why, so that others can follow the decision.' }];
  }
  return [];
}
