import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

export const SAAS: JourneyTemplate = {
  id: 'saas',
  title: 'Business software, from trial to renewal',
  summary: 'How a company evaluates, sets up, uses and renews software, seen by end user, buyer and admin.',
  objective: 'See where the journey that we intend and the one that customers have part.',
  startTrigger: 'A team has a problem that software could solve.',
  endOutcome: 'The contract is renewed, and the team uses more of it.',
  source: 'Published journeys of business software, named below',
  sources: [
    {
      name: 'Template from trial to renewal',
      url: 'https://customers.life/customer-journey-map-template-saas-trial-to-renewal',
    },
    {
      name: 'Five-stage business software map',
      url: 'https://productquant.dev/blog/b2b-saas-customer-journey-map/',
    },
    {
      name: 'Seven stages with owners and metrics',
      url: 'https://archstoneddemo.wpenginepowered.com/glossary/customer-journey/',
    },
    { name: 'Custory, journeys', url: 'https://docs.usecustory.com/journeys' },
    { name: 'Custory, fields of an item', url: 'https://docs.usecustory.com/item-fields' },
    {
      name: 'Guide in five phases',
      url: 'https://piyushmarketing.com/blog/saas-customer-journey-mapping-guide',
    },
    {
      name: 'Pedowitz, moments that matter',
      url: 'https://www.pedowitzgroup.com/how-do-you-measure-moments-that-matter-in-cx',
    },
  ],
  personas: [
    { name: 'End user', summary: 'Works with it every day.' },
    { name: 'Buyer', summary: 'Decides and pays.' },
    { name: 'Admin', summary: 'Sets it up and answers for it.' },
  ],
  channels: [{ key: 'video', label: 'Video call' }],
  researchQuestions: ['Does the admin reach first value as quickly as the end user?'],
  stages: [
    stage(
      'Evaluate',
      'Know whether it solves the problem',
      [
        at('Reads the pricing page', 'website', {
          kind: 'action',
          says: [says('people', 'Six to ten people take part in the choice, each on a way of their own.')],
        }),
        at('Demo and sales call', 'video phone', { owner: 'Sales', metric: 'ces' }),
      ],
      'Marketing',
    ),
    stage(
      'Try',
      'See it work within minutes',
      [at('Trial sign-up and first session', 'app', { moment: ['both', 'first_use'], metric: 'ces' })],
      'Sales',
    ),
    stage(
      'Set up',
      'Have it working for the team',
      [
        at('Connect an integration', 'app website', {
          metric: 'ces',
          says: [says('pain', 'Setting it up takes more effort than anything else.')],
        }),
        at('Invite team mates', 'app email', { kind: 'action' }),
      ],
      'Customer success',
    ),
    stage(
      'Activate',
      'Get the first real result',
      [at('First value reached', 'app', { kind: 'use', moment: ['build', 'value'], metric: 'emotion' })],
      'Customer success',
    ),
    stage(
      'Use',
      'Rely on it',
      [
        at('Support request', 'chat email website', { metric: 'ces' }),
        at('E-mail about a failed payment', 'email', { kind: 'message', metric: 'emotion' }),
        at('Quarterly review', 'phone video', { metric: 'csat' }),
      ],
      'Customer success',
    ),
    stage(
      'Renew',
      'Decide to stay',
      [at('Renewal decision', 'email phone', { moment: ['both', 'decision'], metric: 'nps' })],
      'Customer success',
    ),
    stage('Expand', 'Use and recommend more of it', [at('Upgrade or referral', 'app phone')], 'Sales'),
  ],
  links: [
    link(
      'alternative',
      'Reads the pricing page',
      'Trial sign-up and first session',
      'Tries it without a call',
    ),
    link('loop', 'Quarterly review', 'Support request', 'Goes on using it'),
    link('exit', 'Renewal decision', null, 'Does not renew'),
  ],
};
