import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

/** Moments that matter are unset: the published text does not say which five they are. */
export const OUTPATIENT_VISIT: JourneyTemplate = {
  id: 'outpatient-visit',
  title: 'Outpatient visit',
  summary: 'A visit to a clinic as the US Department of Veterans Affairs found it: before, at, and after it.',
  objective: 'Find which moments of a visit win or lose a patient’s trust.',
  startTrigger: 'Somebody wonders whether they need an appointment.',
  endOutcome: 'They know what to do next, and manage their health with us.',
  source: 'US Department of Veterans Affairs, Patient Experience Journey Map',
  sources: [
    {
      name: 'US Department of Veterans Affairs, Patient Experience Journey Map',
      url: 'https://fdocuments.net/document/va-patient-experience-journey-map-us-department-of-va-patient-experience-journey.html',
    },
    {
      name: 'VA News on its journey maps',
      url: 'https://news.va.gov/72161/journey-maps-plotting-moments-matter-veterans-families/',
    },
  ],
  personas: [],
  channels: [],
  researchQuestions: ['In which moments is trust won or lost entirely?'],
  stages: [
    stage('Register', 'Be known as a patient', [at('Register for care', 'website phone')]),
    stage('Before the visit', 'Have the right appointment', [
      at('Decide on the need for an appointment', 'other', {
        kind: 'action',
        visibility: 'customer_only',
        says: [says('gain', 'Talking to a trusted helper')],
      }),
      at('Schedule the appointment', 'phone website', {
        metric: 'ces',
        says: [says('gain', 'A call that says welcome')],
      }),
      at('Wait and prepare', 'post phone', { kind: 'waiting', says: [says('gain', 'A reminder')] }),
    ]),
    stage('Arriving', 'Be at the right door in time', [
      at('Travel and park', 'visit', {
        kind: 'action',
        metric: 'ces',
        says: [says('gain', 'Travel benefits'), says('gain', 'Valet parking')],
      }),
      at('Find the way through the facility', 'visit', {
        metric: 'ces',
        says: [says('gain', 'Helpful veterans and friendly greeters')],
      }),
      at('Labs or a visit with friends (optional)', 'visit', {
        says: [says('gain', 'Meeting others and helping them')],
      }),
    ]),
    stage('During the visit', 'Be seen and understood', [
      at('Check in', 'visit', { metric: 'ces', says: [says('gain', 'Checking in at a kiosk')] }),
      at('Wait for the appointment', 'visit', {
        kind: 'waiting',
        metric: 'emotion',
        says: [says('gain', 'Meeting others'), says('gain', 'Learning what is on offer')],
      }),
      at('Meet the care provider', 'visit', { metric: 'emotion' }),
      at('Check out', 'visit'),
    ]),
    stage('Departing', 'Leave with what is needed', [
      at('Other appointments, labs, friends (optional)', 'visit'),
      at('Fill prescriptions', 'visit', { metric: 'ces' }),
      at('Leave the facility', 'visit', { kind: 'action' }),
    ]),
    stage('After the visit', 'Get and stay well', [
      at('Act on what was said', 'other', { kind: 'action', visibility: 'customer_only' }),
      at('Follow up on the visit', 'app phone', { metric: 'ces' }),
      at('Manage the whole health', 'other app', { kind: 'use', metric: 'nps' }),
    ]),
  ],
  links: [
    link('skip', 'Find the way through the facility', 'Check in', 'Goes straight there'),
    link('skip', 'Check out', 'Fill prescriptions', 'Nothing else to do there'),
    link('loop', 'Follow up on the visit', 'Schedule the appointment', 'Needs another visit'),
  ],
};
