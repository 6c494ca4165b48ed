import { msg } from '../../translate';
import type { JourneyMapView, StatementView, TouchpointView } from '../model';

/** Rows of a service blueprint from what the customer does down to what supports it; a line stands before some. */
export const BLUEPRINT_ROWS = ['customer', 'frontstage', 'backstage', 'support'] as const;
export type BlueprintRow = (typeof BLUEPRINT_ROWS)[number];

export const BLUEPRINT_ROW_LABELS: Readonly<Record<BlueprintRow, string>> = {
  customer: msg('Customer actions'),
  frontstage: msg('Frontstage'),
  backstage: msg('Backstage'),
  support: msg('Support processes and systems'),
};

/** The line that separates a row from the one above it. */
export const BLUEPRINT_LINES: Readonly<Partial<Record<BlueprintRow, string>>> = {
  frontstage: msg('Line of interaction'),
  backstage: msg('Line of visibility'),
  support: msg('Line of internal interaction'),
};

/** One touchpoint of a blueprint: on which row it stands itself, and what else stands in each row below or above it. */
export type BlueprintColumn = {
  touchpoint: TouchpointView;
  stageId: string;
  row: BlueprintRow;
  statements: Readonly<Record<BlueprintRow, StatementView[]>>;
};

const ROW_OF_KIND: Readonly<Partial<Record<StatementView['kind'], BlueprintRow>>> = {
  action: 'customer',
  people: 'backstage',
  process: 'support',
  system: 'support',
};

/** The columns of a service blueprint, one per touchpoint from left to right. */
export function blueprintOf(map: Pick<JourneyMapView, 'stages' | 'statements'>): BlueprintColumn[] {
  return map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => {
      const own = map.statements.filter(({ touchpointId }) => touchpointId === touchpoint.id);
      const at = (row: BlueprintRow) => own.filter(({ kind }) => ROW_OF_KIND[kind] === row);
      return {
        touchpoint,
        stageId: stage.id,
        row: rowOf(touchpoint),
        statements: {
          customer: at('customer'),
          frontstage: at('frontstage'),
          backstage: at('backstage'),
          support: at('support'),
        },
      };
    }),
  );
}

/** What the customer does alone stands on the customer's side; what is hidden stands below the line of visibility. */
function rowOf({ visibility, kind }: TouchpointView): BlueprintRow {
  if (visibility === 'backstage') return 'backstage';
  return visibility === 'customer_only' || kind === 'action' || kind === 'use' ? 'customer' : 'frontstage';
}
