import type {
  Channel,
  JourneyTemplate,
  MomentPolarity,
  MomentReason,
  TemplateStage,
  TemplateTouchpoint,
} from './model';

/** The journeys a new workspace can start from, in the order they are offered. */
export const TEMPLATES: readonly JourneyTemplate[] = [
  {
    id: 'online-shop',
    title: 'Online shop order',
    summary:
      'From the first advert to the second order, with the weeks after the checkout that most maps leave out.',
    objective: 'Find where an order loses the customer, before and after the payment.',
    startTrigger: 'Somebody notices an offer.',
    endOutcome: 'They keep what they bought and order again.',
    source: 'Published e-commerce journey maps; Nielsen Norman Group for the stages',
    stages: [
      stage('Notice', 'See an offer that fits', [at('Advert or search result', 'search', null, 1, null)]),
      stage('Consider', 'Find out whether it is the right one', [
        at('Product page', 'website', null, 0.5, 'ces'),
        at('Reviews and size guide', 'website', null, 0.5, null),
        at('Question by chat', 'chat', null, 0.3, 'ces'),
      ]),
      stage('Buy', 'Order without doubts', [
        at('Basket and payment', 'website', ['both', 'decision'], 0.8, 'ces'),
        at('Order confirmation', 'email', null, 1, null),
      ]),
      stage('Receive', 'Get it when it was promised', [
        at('Wait and parcel tracking', 'email', ['break', 'waiting'], -0.2, 'emotion'),
        at('Receive and unpack', 'post', ['build', 'value'], 1.5, 'emotion'),
      ]),
      stage('Use and keep', 'Get from it what was expected', [
        at('First weeks of use', 'product', null, 1, 'csat'),
        at('Return or exchange', 'post', ['both', 'recovery'], -0.3, 'ces'),
        at('Support contact', 'phone', ['both', 'recovery'], 0, 'ces'),
      ]),
      stage('Come back', 'Recommend and order again', [
        at('Review, referral, next order', 'website', null, 1, 'nps'),
      ]),
    ],
  },
  {
    id: 'bank-account',
    title: 'Open a bank account online',
    summary:
      'From the comparison to the first transfer, where identity checks and waiting cost the most applicants.',
    objective: 'Let more people who start an application end it as customers.',
    startTrigger: 'Somebody looks for a new account.',
    endOutcome: 'The account is open and used for everyday payments.',
    source: 'Published onboarding journeys of retail banks; Kinesis for the waypoints',
    stages: [
      stage('Find out', 'Know which account fits', [at('Compare accounts', 'website', null, 0.3, 'ces')]),
      stage('Apply', 'Give what is needed, once', [
        at('Start the application', 'website', null, 0.5, null),
        at('Sign up and confirm the phone', 'app', ['break', 'first_use'], 0.2, 'ces'),
        at('Personal details', 'app', null, 0, 'ces'),
      ]),
      stage('Prove identity', 'Be recognised safely and quickly', [
        at('Scan of the ID and selfie', 'app', ['break', 'sensitive_data'], -0.3, 'ces'),
        at('Further questions', 'app', null, -0.2, 'ces'),
        at('Resume after a pause', 'app', null, 0, null),
      ]),
      stage('Wait for the decision', 'Know what happens next', [
        at('Application sent', 'app', ['break', 'handoff'], 0.5, null),
        at('Waiting for the decision', 'email', ['break', 'waiting'], -0.3, 'emotion'),
      ]),
      stage('Start', 'Have an account that works', [
        at('Account open', 'app', ['build', 'value'], 1.5, 'emotion'),
      ]),
      stage('Use', 'Pay and be paid', [at('Deposit and transfer', 'app', null, 0.8, 'ces')]),
      stage('Get help', 'Have a problem solved', [
        at('Problem or advice', 'phone', ['both', 'recovery'], 0, 'ces'),
      ]),
    ],
  },
];

export const listTemplates = (): readonly JourneyTemplate[] => TEMPLATES;

/** The template of an id; null where there is none. */
export function findTemplate(id: string): JourneyTemplate | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}

function stage(title: string, goal: string, touchpoints: readonly TemplateTouchpoint[]): TemplateStage {
  return { title, goal, touchpoints };
}

function at(
  title: string,
  channel: Channel,
  moment: readonly [MomentPolarity, MomentReason] | null,
  expectedEmotion: number,
  metric: TemplateTouchpoint['metric'],
): TemplateTouchpoint {
  return {
    title,
    channels: [channel],
    moment: moment && { polarity: moment[0], reason: moment[1] },
    expectedEmotion,
    metric,
  };
}
