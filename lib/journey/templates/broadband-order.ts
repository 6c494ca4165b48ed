import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

/** The planned order of things, with the ways in which actual journeys were found to leave it. */
export const BROADBAND_ORDER: JourneyTemplate = {
  id: 'broadband-order',
  title: 'Broadband order, planned and actual',
  summary:
    'Six planned contacts from the order to the invoice, and the four ways in which real customers leave the plan.',
  objective: 'Compare the journey as planned with the journey as customers have it.',
  startTrigger: 'Somebody orders broadband on the web.',
  endOutcome: 'The line works, and the first invoice is as expected.',
  source: 'SINTEF and Telenor: planned against actual customer journeys',
  sources: [
    {
      name: 'Gemini (SINTEF, NTNU), the expected and the actual journey',
      url: 'https://gemini.no/2017/10/bommer-sakalte-kundereiser/skjematiskkundereise/',
    },
    {
      name: 'Halvorsrud, Kvale and Følstad 2016',
      url: 'http://www.emeraldinsight.com/doi/abs/10.1108/JSTP-05-2015-0111',
    },
    { name: 'Hansson and others 2021 (Telenor)', url: 'https://ceur-ws.org/Vol-3112/paper3.pdf' },
  ],
  personas: [],
  channels: [],
  researchQuestions: [
    'Which contacts happen that nobody planned?',
    'Which planned contacts are missing or fail?',
    'Which planned contacts come out of sequence?',
    'How many customers leave the plan? Published: 10 to 25 in a hundred.',
  ],
  stages: [
    stage('Order', 'Know what is coming, and when', [
      at('Order on the web', 'website', { moment: ['both', 'decision'], metric: 'ces' }),
    ]),
    stage('Confirmation', 'Trust that it is under way', [
      at('First letter', 'post', {
        kind: 'message',
        says: [says('gap', 'Missing: a planned message never comes.')],
      }),
      at('Second letter', 'post', {
        kind: 'message',
        says: [says('gap', 'Out of sequence: it comes after the parcel.')],
      }),
    ]),
    stage('Delivery', 'Have everything to start', [
      at('Parcel with the modem', 'post', { moment: ['break', 'waiting'], metric: 'emotion' }),
    ]),
    stage('Installation', 'Be online without help', [
      at('Install it yourself', 'product', {
        kind: 'action',
        moment: ['both', 'first_use'],
        metric: 'ces',
        says: [
          says('gap', 'Failed: the planned step does not work out.'),
          says('gap', 'Ad hoc: the customer calls, which nobody planned.'),
        ],
      }),
    ]),
    stage('Pay', 'Pay what was agreed', [
      at('First invoice', 'email', { kind: 'message', moment: ['both', 'end'], metric: 'ces' }),
    ]),
  ],
  links: [
    link('alternative', 'First letter', 'Parcel with the modem', 'Parcel before the second letter'),
    link('loop', 'Install it yourself', 'Parcel with the modem', 'Another modem is needed'),
  ],
};
