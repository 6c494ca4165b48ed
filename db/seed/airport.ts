import type { Channel } from '@/lib/journey/model';
import type { ImportPlan } from '@/lib/response/model/import-plan';
import type { MetricId } from '@/lib/scoring/metrics';

/** A question of the airport's survey: the column of the file, and what it is called on the map. */
type Question = { column: string; title: string; metric: MetricId };

const rating = (column: string, title: string): Question => ({ column, title, metric: 'rating5' });
const ease = (column: string, title: string): Question => ({ column, title, metric: 'ease5' });

/** The real survey: travellers at San Francisco International Airport, May 2017 (see fixtures/airport-2017.md). */
export const AIRPORT = {
  title: 'A day at the airport',
  objective:
    'See where a visit to the airport costs travellers nerves. A real survey of 2017, by public open data.',
  startTrigger: 'Somebody sets out for a flight.',
  endOutcome: 'They board, on time and at ease.',
  stages: [
    {
      title: 'Arrive',
      goal: 'Get to the terminal without stress',
      touchpoints: [
        { ...rating('Q7ROADS', 'Signs on the airport roads'), channel: 'other' },
        { ...ease('Q13GETRATE', 'Getting to the airport'), channel: 'other' },
        { ...rating('Q7PARK', 'Car parks'), channel: 'visit' },
        { ...rating('Q7LTPARKING', 'Shuttle from long-term parking'), channel: 'visit' },
        { ...rating('Q7AIRTRAIN', 'AirTrain'), channel: 'visit' },
        { ...rating('Q7RENTAL', 'Rental car center'), channel: 'shop' },
      ],
    },
    {
      title: 'Find the way',
      goal: 'Know where to go next',
      touchpoints: [
        { ...rating('Q7SIGN', 'Signs in the terminal'), channel: 'visit' },
        { ...ease('Q14FIND', 'Finding the way around'), channel: 'visit' },
        { ...rating('Q7SCREENS', 'Flight screens'), channel: 'visit' },
        { ...rating('Q7INFOUP', 'Information desk, departures'), channel: 'visit' },
        { ...rating('Q7INFODOWN', 'Information desk, arrivals'), channel: 'visit' },
        { ...rating('Q7WALKWAYS', 'Escalators and walkways'), channel: 'visit' },
      ],
    },
    {
      title: 'Security',
      goal: 'Get through quickly and feel safe',
      touchpoints: [
        { ...ease('Q14PASSTHRU', 'Passing through security'), channel: 'visit' },
        { ...rating('Q10SAFE', 'Feeling safe'), channel: 'visit' },
      ],
    },
    {
      title: 'Wait',
      goal: 'Spend the time well',
      touchpoints: [
        { ...rating('Q7FOOD', 'Restaurants'), channel: 'shop' },
        { ...rating('Q7STORE', 'Shops'), channel: 'shop' },
        { ...rating('Q7WIFI', 'Free Wi-Fi'), channel: 'product' },
        { ...rating('Q7ART', 'Art and exhibitions'), channel: 'visit' },
        { ...rating('Q9FOOD', 'Clean food areas'), channel: 'visit' },
        { ...rating('Q9RESTROOM', 'Clean restrooms'), channel: 'visit' },
      ],
    },
    {
      title: 'Board',
      goal: 'Leave relaxed',
      touchpoints: [{ ...rating('Q9BOARDING', 'Clean boarding areas'), channel: 'visit' }],
    },
  ] satisfies { title: string; goal: string; touchpoints: (Question & { channel: Channel })[] }[],
  /** Asked about the visit as a whole. */
  measures: [
    { column: 'NETPRO', title: 'Recommend the airport', metric: 'nps' },
    rating('Q7ALL', 'The airport as a whole'),
    rating('Q9ALL', 'Cleanliness overall'),
  ] satisfies Question[],
};

/** How the file is read, apart from its questions. */
export const AIRPORT_READING: Omit<ImportPlan, 'items'> = {
  respondentColumn: 'respondent',
  day: { year: { column: 'year' }, month: { value: 5 }, day: { column: 'day_of_month' } },
  hour: 12,
  timeZone: 'America/Los_Angeles',
  attributes: ['boarding_area', 'language', 'purpose', 'first_time'],
  weightColumn: 'weight',
};
