import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import type { QuestionView } from '../model/drivers';

/** The lineages whose answers a touchpoint of the map shows. */
export const lineagesAt = ({ lineageId, absorbed }: Pick<TouchpointView, 'lineageId' | 'absorbed'>) => [
  lineageId,
  ...absorbed.map((one) => one.lineageId),
];

/** Every question of the map that was answered in the period, in the order of the map; then those about the whole. */
export function questionsOf(map: Pick<JourneyMapView, 'stages' | 'measures' | 'lineageId' | 'title'>): {
  touchpoints: QuestionView[];
  journey: QuestionView[];
} {
  const answered = (measures: readonly MeasureView[]) => measures.filter(({ score }) => score.n > 0);
  return {
    touchpoints: map.stages.flatMap(({ touchpoints }) =>
      touchpoints.flatMap((touchpoint) =>
        answered(touchpoint.measures).map((measure) =>
          questionOf(touchpoint.id, touchpoint.title, lineagesAt(touchpoint), measure),
        ),
      ),
    ),
    journey: answered(map.measures).map((measure) => questionOf(null, map.title, [map.lineageId], measure)),
  };
}

function questionOf(
  touchpointId: string | null,
  touchpointTitle: string,
  lineageIds: string[],
  { metric, wording, title }: MeasureView,
): QuestionView {
  const key = questionKey(touchpointId, { metric, wording });
  return { key, touchpointId, touchpointTitle, lineageIds, metric, wording, title };
}

/** What a question is called in an address. */
export const questionKey = (
  touchpointId: string | null,
  { metric, wording }: Pick<MeasureView, 'metric' | 'wording'>,
): string => [touchpointId ?? 'journey', metric, wording].join('~');
