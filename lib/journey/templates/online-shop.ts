import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

/** Emotions after the published map: an offer aims at +1 to +2, a product page starts from 0. Other steps give none. */
export const ONLINE_SHOP: JourneyTemplate = {
  id: 'online-shop',
  title: 'Online shop order',
  summary:
    'From the first advert to the second order, with the weeks after the checkout that most maps leave out.',
  objective: 'Find where an order loses the customer, before and after the payment.',
  startTrigger: 'Somebody notices an offer.',
  endOutcome: 'They keep what they bought and order again.',
  source: 'Published e-commerce journey maps; Nielsen Norman Group for the stages',
  sources: [
    {
      name: 'E-commerce journey map with emotion scores',
      url: 'https://learnanything.pro/learn/pm/example-of-a-customer-journey-map-for-an-e-commerce-platform-2026-template-9418',
    },
    {
      name: 'Glossary of direct-to-consumer journeys',
      url: 'https://qstomy.com/en/glossary/customer-journey',
    },
    {
      name: 'Nielsen Norman Group, Journey Mapping 101',
      url: 'http://kirstiwade.com/customer-journey-mapping/',
    },
    {
      name: 'Extended e-commerce journey',
      url: 'https://www.cliently.com/blog/extended-ecommerce-customer-journey',
    },
    { name: 'E-commerce stages', url: 'https://en.returnista.nl/retourwiki/e-commerce-klantreis' },
    {
      name: 'The experience of returning',
      url: 'https://www.returnprime.com/fr/blog/stages-benefits-customer-experience-journey',
    },
  ],
  personas: [],
  channels: [{ key: 'marketplace', label: 'Marketplace' }],
  researchQuestions: ['Where do we lose customers between the payment and the second order?'],
  stages: [
    stage('Notice', 'See an offer that fits', [
      at('Advert or search result', 'search social email marketplace', {
        kind: 'message',
        emotion: 1.5,
        says: [says('pain', 'The advert shows something I do not need.')],
      }),
    ]),
    stage('Consider', 'Find out whether it is the right one', [
      at('Product page', 'website', {
        emotion: 0,
        metric: 'ces',
        says: [says('pain', 'What I need to know to decide is not there.')],
      }),
      at('Reviews and size guide', 'website', {
        says: [says('question', 'Will the size fit?'), says('question', 'Is this shop genuine?')],
      }),
      at('Question by chat', 'chat', { metric: 'ces' }),
    ]),
    stage('Buy', 'Order without doubts', [
      at('Basket and payment', 'website app', { moment: ['both', 'decision'], metric: 'ces' }),
      at('Order confirmation', 'email', { kind: 'message' }),
    ]),
    stage('Receive', 'Get it when it was promised', [
      at('Wait and parcel tracking', 'email sms post', {
        kind: 'waiting',
        moment: ['break', 'waiting'],
        metric: 'emotion',
        says: [says('feeling', 'Impatient'), says('thought', 'Was it right to buy this?')],
      }),
      at('Receive and unpack', 'post', { moment: ['build', 'value'], metric: 'emotion' }),
    ]),
    stage('Use and keep', 'Get from it what was expected', [
      at('First weeks of use', 'product', {
        kind: 'use',
        metric: 'csat',
        says: [says('action', 'Compares it with what was promised, and keeps, exchanges or returns it.')],
      }),
      at('Return or exchange', 'website post shop', {
        moment: ['both', 'recovery'],
        metric: 'ces',
        says: [says('question', 'How easy is it to send this back?')],
      }),
      at('Support contact', 'chat email phone', { moment: ['both', 'recovery'], metric: 'ces' }),
    ]),
    stage('Come back', 'Recommend and order again', [
      at('Review, referral, next order', 'website social', { metric: 'nps' }),
    ]),
  ],
  links: [
    link('skip', 'First weeks of use', 'Review, referral, next order', 'Keeps it'),
    link('loop', 'Return or exchange', 'Wait and parcel tracking', 'Exchange'),
    link('exit', 'Return or exchange', null, 'Money back'),
    link('loop', 'Review, referral, next order', 'Product page', 'Orders again'),
  ],
};
