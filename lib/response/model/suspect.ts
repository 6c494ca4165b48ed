import type { FollowUpAnswers } from '../../survey/model/follow-up';
import type { Device, ResponseState, Source, SuspectReason } from '../model';

/** A response that is held back, with what was given and why it does not count. */
export type SuspectView = {
  placementId: string;
  id: string;
  reason: SuspectReason;
  surveyId: string;
  surveyTitle: string;
  metric: string;
  /** What it is about, as the map calls it; null where it is on no map. */
  subjectTitle: string | null;
  lineageId: string;
  source: Source;
  state: ResponseState;
  /** null: the question was skipped. */
  score: number | null;
  words: string[] | null;
  comment: string | null;
  followUps: FollowUpAnswers | null;
  language: string | null;
  device: Device | null;
  /** Path of the page that showed the widget. */
  page: string | null;
  receivedAt: Date;
};

/** Which held responses are meant; every field narrows. */
export type SuspectFilter = { surveyId?: string; lineageId?: string; reason?: SuspectReason };

/** `n` counts all that the filter meets; `suspects` are the newest of them. */
export type SuspectsView = { n: number; suspects: SuspectView[] };
