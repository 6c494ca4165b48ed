import type { ActivityView } from '@/components/journey/history-tab';
import type { ActivityRow } from '@/db/queries/activity';
import { activityText } from '@/lib/journey/rules/activity';

/** A line of the activity log in words. */
export function activityView({ id, userId, name, at, ...line }: ActivityRow): ActivityView {
  const who = name ?? (userId === null ? 'Milepost' : 'A former member');
  return { id, who, text: activityText(line), at };
}
