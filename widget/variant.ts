import type { WidgetMode } from '@/lib/survey/model/widget-rules';

/** What a built file may leave out. The build replaces each of these by its value, so that nothing else is sent. */
export type Variant = {
  /** How the survey stands in the site. */
  mode: WidgetMode;
  /** It is a part of the page and does not come by itself: only an answer to it lets others rest. */
  quiet: boolean;
  /** Scales with faces and the words that follow them. */
  emotion: boolean;
  /** Fields of the contact in the author's texts. */
  pipes: boolean;
  /** Nothing is sent. */
  preview: boolean;
  /** The question lies in a frame of our own origin. */
  framed: boolean;
  /** Where the answer page stands; empty in a site's own page. */
  look: '' | 'page' | 'kiosk' | 'frame';
};

declare global {
  const variant: Variant;
}
