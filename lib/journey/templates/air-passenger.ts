import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

export const AIR_PASSENGER: JourneyTemplate = {
  id: 'air-passenger',
  title: 'Air passenger',
  summary:
    'A trip from the search to the bag on the belt, across airline, security, border police and ground handler.',
  objective: 'Find where the trip gets hard, and whose turn it is there.',
  startTrigger: 'Somebody wants to be somewhere else.',
  endOutcome: 'They are there, with their bag, and would fly with us again.',
  source: 'IATA Fast Travel and NEXTT, a study of Copenhagen Airport, and others named below',
  sources: [
    { name: 'IATA, passenger experience', url: 'https://www.iata.org/whatwedo/passenger/Pages/index.aspx' },
    { name: 'IATA, Fast Travel', url: 'https://annualreview.iata.org/passenger-experience/' },
    { name: 'IATA and ACI, NEXTT', url: 'https://www.nextt.aero/en/the-journey/passenger-journey/' },
    {
      name: 'Passenger journey study, Copenhagen Airport',
      url: 'https://9pdf.org/article/passenger-journey-case-sharing-improve-seamless-travel-experience.qo5gwr8k',
    },
    {
      name: 'Qualtrics, journeys in experience programmes',
      url: 'https://www.qualtrics.com/support/vocalize/journeys/journeys-in-customer-experience-programs',
    },
    {
      name: 'Sabre, Ascend 2013',
      url: 'http://ascendforairlines.com/2013-issue-no-2/customer-journey-mapping-walk-customers%E2%80%99-shoes',
    },
    {
      name: 'Xebo, stages of an airline journey',
      url: 'https://xebo.ai/blog/customer-journey-mapping-in-the-airline-industry',
    },
  ],
  personas: [],
  channels: [
    { key: 'kiosk', label: 'Kiosk' },
    { key: 'counter', label: 'Counter or desk' },
    { key: 'agent', label: 'Travel agent' },
  ],
  researchQuestions: ['What does a passenger know when the trip is disrupted?'],
  stages: [
    stage(
      'Research',
      'Know which flight fits',
      [
        at('Search and compare flights', 'website agent search social', {
          says: [
            says('pain', 'The price is hard to compare.'),
            says('pain', 'The rules for bags are unclear.'),
          ],
        }),
      ],
      'Airline',
    ),
    stage(
      'Book',
      'Have a seat, and know what it costs',
      [
        at('Choose flight, seat and extras, and pay', 'website agent', {
          metric: 'ces',
          says: [says('system', 'The passenger name record is created.')],
        }),
        at('Confirmation and e-ticket', 'email app', { kind: 'message' }),
      ],
      'Airline',
    ),
    stage(
      'Prepare',
      'Be allowed to travel, and be ready',
      [
        at('Travel authorisation or visa', 'website', {
          kind: 'action',
          visibility: 'customer_only',
          metric: 'ces',
        }),
        at('Messages before the trip', 'app email sms', { kind: 'message' }),
      ],
      'Airline',
    ),
    stage(
      'Airport',
      'Reach the gate in time',
      [
        at('Check-in', 'website kiosk counter', { moment: ['both', 'first_use'], metric: 'ces' }),
        at('Bag drop', 'kiosk counter', {
          metric: 'ces',
          says: [
            says(
              'expectation',
              'A bag that arrives is taken for granted; one that does not is not forgiven.',
            ),
          ],
        }),
        at('Security', 'visit', {
          owner: 'Airport security',
          metric: 'emotion',
          says: [says('system', 'Until here only the airline holds the passenger’s data.')],
        }),
        at('Border control and documents', 'kiosk counter', { owner: 'Border police', metric: 'emotion' }),
        at('Re-booking after a disruption', 'kiosk app counter', {
          owner: 'Airline',
          moment: ['both', 'recovery'],
          metric: 'ces',
        }),
      ],
      'Airline',
    ),
    stage(
      'Board',
      'Sit in the right seat',
      [
        at('Boarding', 'kiosk visit', {
          metric: 'emotion',
          says: [says('feeling', 'The brand feels real for the first time.')],
        }),
      ],
      'Airline',
    ),
    stage(
      'Arrive',
      'Leave with the bag',
      [at('Baggage reclaim', 'visit kiosk', { moment: ['both', 'end'], metric: 'ces' })],
      'Ground handler',
    ),
    stage(
      'After',
      'Be heard',
      [at('Trip survey', 'email sms', { kind: 'message', metric: 'nps' })],
      'Airline',
    ),
  ],
  links: [
    link('skip', 'Border control and documents', 'Boarding', 'No disruption'),
    link('skip', 'Security', 'Boarding', 'Domestic trip'),
    link('loop', 'Re-booking after a disruption', 'Check-in', 'New flight'),
  ],
};
