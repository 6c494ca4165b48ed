import type { JourneyTemplate } from '../model';
import { at, link, says, stage } from './parts';

export const BANK_ACCOUNT: JourneyTemplate = {
  id: 'bank-account',
  title: 'Open a bank account online',
  summary:
    'From the comparison to the first transfer, where identity checks and waiting cost the most applicants.',
  objective: 'Let more people who start an application end it as customers.',
  startTrigger: 'Somebody looks for a new account.',
  endOutcome: 'The account is open and used for everyday payments.',
  source: 'Published onboarding journeys of retail banks; Kinesis for the waypoints',
  sources: [
    { name: 'AWS Prescriptive Guidance, onboarding journey in banking', url: null },
    { name: 'Onboarding flow of a mobile bank', url: 'http://websitef4all.com/4522346.html' },
    {
      name: 'Kinesis, customer waypoints',
      url: 'https://blog.kinesis-cem.com/2022/02/04/customer-waypoints-channel-preferences-in-and-integrated-digital-cx-delivery-model/',
    },
    {
      name: 'Kinesis, roles of channels',
      url: 'https://blog.kinesis-cem.com/2022/09/15/measure-the-customer-experience-in-an-integrated-cross-channel-environment/',
    },
    {
      name: 'RRD, account opening at a large US bank',
      url: 'https://www.rrd.com/resources/case-study/customer-journey-mapping-guides-process-redesign',
    },
    { name: 'Essay on opening an account at a branch', url: 'https://thebrief.com.na/?p=12623' },
  ],
  personas: [],
  channels: [],
  researchQuestions: ['At which step do most people give up an application, and why?'],
  stages: [
    stage('Find out', 'Know which account fits', [at('Compare accounts', 'website', { metric: 'ces' })]),
    stage('Apply', 'Give what is needed, once', [
      at('Start the application', 'website chat phone', {
        says: [says('pain', 'The website lists other papers than those asked for.')],
      }),
      at('Sign up and confirm the phone', 'app', { moment: ['break', 'first_use'], metric: 'ces' }),
      at('Personal details', 'app chat', { metric: 'ces' }),
    ]),
    stage('Prove identity', 'Be recognised safely and quickly', [
      at('Scan of the ID and selfie', 'app', { moment: ['break', 'sensitive_data'], metric: 'ces' }),
      at('Further questions', 'app', { metric: 'ces' }),
      at('Resume after a pause', 'app', { kind: 'action' }),
    ]),
    stage('Wait for the decision', 'Know what happens next', [
      at('Application sent', 'app chat', { kind: 'message', moment: ['break', 'handoff'] }),
      at('Waiting for the decision', 'email', {
        kind: 'waiting',
        moment: ['break', 'waiting'],
        metric: 'emotion',
      }),
    ]),
    stage('Start', 'Have an account that works', [
      at('Account open', 'app', { moment: ['build', 'value'], metric: 'emotion' }),
    ]),
    stage('Use', 'Pay and be paid', [
      at('Deposit and transfer', 'app', {
        kind: 'use',
        metric: 'ces',
        says: [says('action', 'Uses the phone for payments, many times as often as the branch.')],
      }),
    ]),
    stage('Get help', 'Have a problem solved', [
      at('Problem or advice', 'phone shop', { moment: ['both', 'recovery'], metric: 'ces' }),
    ]),
  ],
  links: [
    link('exit', 'Scan of the ID and selfie', null, 'Gives up'),
    link('skip', 'Further questions', 'Application sent', 'Without a pause'),
    link('loop', 'Resume after a pause', 'Scan of the ID and selfie', 'Goes on where they stopped'),
    link('exit', 'Waiting for the decision', null, 'Denied'),
  ],
};
