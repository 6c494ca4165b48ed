import { metricOf } from '../../scoring/metrics';
import type { Language, SurveyContent } from '../../survey/model';
import { questionView } from '../../survey/rules';
import type { InvitationMail } from '../model';

/** Joins survey, campaign and person into all that the mail says. */
export function mailModel(about: {
  placement: {
    key: string;
    metric: string;
    content: SurveyContent;
    brand: string;
    privacyUrl: string | null;
    language: string;
  };
  campaign: { subject: string; greeting: string };
  recipientName: string;
  postalAddress: string | null;
  answerUrl: string;
  unsubscribeUrl: string;
  restDays: number;
}): InvitationMail {
  const { placement, campaign } = about;
  return {
    question: questionView({
      key: placement.key,
      metric: metricOf(placement.metric),
      content: placement.content,
      brand: placement.brand,
      privacyUrl: placement.privacyUrl,
      language: placement.language as Language,
    }),
    subject: campaign.subject,
    greeting: fillName(campaign.greeting, about.recipientName),
    answerUrl: about.answerUrl,
    unsubscribeUrl: about.unsubscribeUrl,
    postalAddress: about.postalAddress,
    restDays: about.restDays,
  };
}

/**
 * The greeting with the name in place of `{name}`; without a name the placeholder goes with the space before it.
 *
 * @example fillName('Hi {name}, thank you.', '') // 'Hi, thank you.'
 */
export function fillName(greeting: string, name: string): string {
  const clean = name.trim();
  return clean === ''
    ? greeting.replace(/[ \u00a0]*\{name\}/g, '')
    : greeting.replaceAll('{name}', () => clean);
}
