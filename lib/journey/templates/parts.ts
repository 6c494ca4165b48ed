import type {
  MomentPolarity,
  MomentReason,
  TemplateLink,
  TemplateStage,
  TemplateStatement,
  TemplateTouchpoint,
} from '../model';
import type { LinkKind } from '../model/path';
import type { StatementKind } from '../model/statement';

type Said = {
  moment?: readonly [MomentPolarity, MomentReason | null];
  /** −2…2, only where the source gives one. */
  emotion?: number;
  metric?: Exclude<TemplateTouchpoint['metric'], null>;
  owner?: string;
  kind?: TemplateTouchpoint['kind'];
  visibility?: TemplateTouchpoint['visibility'];
  says?: readonly TemplateStatement[];
};

export function stage(
  title: string,
  goal: string,
  touchpoints: readonly TemplateTouchpoint[],
  owner: string | null = null,
): TemplateStage {
  return { title, goal, owner, touchpoints };
}

/** A touchpoint of a template; `channels` are keys separated by blanks, the main one first. */
export function at(title: string, channels: string, said: Said = {}): TemplateTouchpoint {
  return {
    title,
    channels: channels.split(' '),
    kind: said.kind ?? 'interaction',
    visibility: said.visibility ?? 'visible',
    owner: said.owner ?? null,
    moment: said.moment ? { polarity: said.moment[0], reason: said.moment[1] } : null,
    expectedEmotion: said.emotion ?? null,
    metric: said.metric ?? null,
    statements: said.says ?? [],
  };
}

export const says = (kind: StatementKind, text: string): TemplateStatement => ({ kind, text });

/** A way from one touchpoint to another, both by title; null is outside of the journey. */
export const link = (
  kind: LinkKind,
  from: string | null,
  to: string | null,
  label: string,
): TemplateLink => ({ kind, from, to, label });
