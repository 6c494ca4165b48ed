import type { Metric } from '@/lib/scoring/metrics';
import type { SurveyFields } from '@/lib/survey/model';
import type { SurveyContent } from '@/lib/survey/model/content';
import type { Language } from '@/lib/survey/model/language';
import type { LanguageName, StockTexts } from '@/lib/survey/rules/stock-texts';

/** What every part of the studio works with. */
export type Editing = {
  metric: Metric;
  content: SurveyContent;
  /** What customers see now; null before the first publication. */
  published: SurveyContent | null;
  change: (content: SurveyContent) => void;
  /** The language that is asked first, with its stock texts. */
  first: StockTexts;
  stock: Partial<Record<Language, StockTexts>>;
  names: readonly LanguageName[];
  fields: SurveyFields;
  canEdit: boolean;
  /** What to correct at a path of the draft, like `content.links.low`. */
  errorOf: (path: string) => string | undefined;
};
