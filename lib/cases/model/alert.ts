import { z } from 'zod';
import { idSchema } from '../../identity/model';
import { METRIC_IDS, type MetricId } from '../../scoring/metrics';

/**
 * What a workspace wants to be told of. score: a score is below a number with that probability. drop: a watched score
 * has fallen beyond chance. silence: nobody has answered for so many days where people used to. bounce: more than this
 * share of the mails of the last days could not be delivered.
 */
export const alertConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('score'),
    metric: z.enum(METRIC_IDS as [MetricId, ...MetricId[]]),
    /** In the metric's own units: ratios, never percent. */
    below: z.number('Give a number.').min(-2).max(10),
    /** How sure it has to be. */
    probability: z.number().min(0.8, 'Choose at least 80 %.').max(0.999),
  }),
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({
    kind: z.literal('silence'),
    days: z
      .int('Give a whole number of days.')
      .min(3, 'Give at least 3 days.')
      .max(90, 'Give at most 90 days.'),
  }),
  z.strictObject({
    kind: z.literal('bounce'),
    shareRatio: z.number('Give a number.').min(0.01, 'Give at least 1 %.').max(0.9, 'Give at most 90 %.'),
  }),
]);
export type AlertCondition = z.output<typeof alertConditionSchema>;
export type AlertKind = AlertCondition['kind'];

export const alertRuleSchema = z.strictObject({
  condition: alertConditionSchema,
  /** null: every journey. */
  journeyId: idSchema.nullable(),
});
export type AlertRule = z.output<typeof alertRuleSchema> & { id: string; createdAt: Date };

/** The numbers that an alert was raised with. */
export type AlertFinding =
  | {
      kind: 'score';
      metric: MetricId;
      wording: string;
      value: number;
      low: number;
      high: number;
      n: number;
      below: number;
      probability: number;
      from: string;
      to: string;
    }
  /** Between `from` and `to` it changed; `since`: the day on which the watch noticed. */
  | { kind: 'drop'; metric: MetricId; wording: string; from: string; to: string; since: string }
  /** `usualDays`: how far apart answers came before. */
  | { kind: 'silence'; lastOn: string; days: number; usualDays: number }
  | { kind: 'bounce'; failed: number; sent: number; low: number; high: number; days: number };

/** Something found, before it is known whether an alert about it stands already. */
export type Found = { ruleId: string; subjectKey: string; lineageId: string | null; finding: AlertFinding };

export type Alert = {
  id: string;
  ruleId: string;
  lineageId: string | null;
  finding: AlertFinding;
  raisedAt: Date;
  /** When it was found no longer; null while it stands. */
  endedAt: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
};

/** A score is judged by the answers of so many days. */
export const SCORE_DAYS = 28;
export const BOUNCE_DAYS = 14;

export const ALERT_ROUND = 'alert.round';
export const ALERT_LETTER = 'alert.letter';
export const alertLetterSchema = z.strictObject({ userId: z.uuid(), alertIds: z.array(z.uuid()).min(1) });
