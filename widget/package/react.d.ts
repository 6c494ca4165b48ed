import type { HTMLAttributes, ReactElement } from 'react';
import type { Reason, ShownDetail, ShowOptions, SurveyEvent } from './index.js';

export type MilepostSurveyProps = Omit<HTMLAttributes<HTMLDivElement>, 'children'> & {
  /** The placement's key. */
  survey: string;
  onShown?: (detail: ShownDetail) => void;
  onAnswered?: (detail: ShownDetail) => void;
  onCompleted?: (detail: ShownDetail) => void;
  onClosed?: (detail: ShownDetail) => void;
};

/** One survey in its place; load the widget with `loadMilepost` or its script tag. */
export function MilepostSurvey(props: MilepostSurveyProps): ReactElement;

/** `state`: the last event of this survey on the page; null: none yet. Before the widget is there the calls return nothing. */
export function useMilepost(survey: string): {
  state: Exclude<SurveyEvent, 'error'> | null;
  show(options?: ShowOptions): Promise<{ shown: boolean; reason: Reason }> | undefined;
  canShow(): Promise<{ ok: boolean; reason: Reason }> | undefined;
  close(reason?: string): Promise<void> | undefined;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'milepost-survey': HTMLAttributes<HTMLElement> & { survey?: string };
    }
  }
}
