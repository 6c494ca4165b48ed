import { metricOf } from '../../scoring/metrics';
import { baseLanguage, type SurveyContent } from '../../survey/model/content';
import type { Language } from '../../survey/model/language';
import { chooseLanguage, packOf, pluralText } from '../../survey/rules/languages';
import type { Known } from '../../survey/rules/pipes';
import { questionView } from '../../survey/rules/question-view';
import type { InvitationMail } from '../model';

/** Joins survey, campaign and person into all that the mail says. */
export function mailModel(about: {
  placement: {
    key: string;
    metric: string;
    content: SurveyContent;
    brand: string;
    privacyUrl: string | null;
    subjectTitle: string | null;
    contactRole: string;
  };
  campaign: { subject: string; greeting: string };
  recipient: { name: string; attributes: Readonly<Record<string, string>> };
  postalAddress: string | null;
  answerUrl: string;
  unsubscribeUrl: string;
  restDays: number;
}): InvitationMail {
  const { placement, campaign, recipient } = about;
  const language = languageOfContact(placement.content, recipient.attributes);
  const { mail } = packOf(language);
  const brand = placement.brand;
  return {
    question: questionView({
      key: placement.key,
      metric: metricOf(placement.metric),
      content: placement.content,
      brand: placement.brand,
      privacyUrl: placement.privacyUrl,
      language,
      known: knownOf(placement, recipient),
    }),
    texts: {
      short: mail.short,
      why: `${mail.why.replace('{brand}', () => brand)} ${pluralText(language, mail.rest, about.restDays)}`,
      unsubscribe: mail.unsubscribe,
      privacy: mail.privacy,
      choose: mail.choose,
      pick: mail.pick,
    },
    subject: campaign.subject,
    greeting: fillName(campaign.greeting, recipient.name),
    answerUrl: about.answerUrl,
    unsubscribeUrl: about.unsubscribeUrl,
    postalAddress: about.postalAddress,
    restDays: about.restDays,
  };
}

/** The language a contact is asked in: what their list says in a column `language` or `locale`, if it is offered. */
export function languageOfContact(
  content: Pick<SurveyContent, 'languages'>,
  attributes: Readonly<Record<string, string>>,
): Language {
  const said = Object.entries(attributes).find(([name]) => /^(language|locale|lang)$/i.test(name))?.[1];
  return said ? chooseLanguage(content.languages, [said]) : baseLanguage(content);
}

/** What an author's texts may say about a contact and the touchpoint. */
export function knownOf(
  placement: { subjectTitle: string | null; contactRole: string; brand: string },
  contact: { name: string; attributes: Readonly<Record<string, string>> } | null,
): Known {
  return {
    contact: contact && { ...contact.attributes, name: contact.name },
    touchpoint: placement.subjectTitle ?? '',
    touchpointContact: placement.contactRole,
    brand: placement.brand,
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
