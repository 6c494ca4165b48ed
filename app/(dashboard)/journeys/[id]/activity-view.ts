import type { ActivityView } from '@/components/journey/history-tab';
import type { ActivityRow } from '@/db/queries/activity';
import { activityText } from '@/lib/journey/rules/activity';
import type { Translate } from '@/lib/translate';

/** A line of the activity log in words. */
export function activityView({ id, userId, name, at, ...line }: ActivityRow, t: Translate): ActivityView {
  const who = name ?? (userId === null ? 'Milepost' : t('A former member'));
  return { id, who, text: activityText(line, t), at };
}
