import type { Metadata } from 'next';
import { JourneyNav } from '@/components/journey/journey-nav';
import { QuestionList } from '@/components/journey/question-list';
import { Page, PageHeader } from '@/components/ui/page-header';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { BadFilter } from '../bad-filter';
import { openMap } from '../open-map';
import { addQuestions, dropQuestion, saveQuestion } from '../setup/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Research questions') };
}

/** What the team wants to learn from the journey, and what it has found out. */
export default async function QuestionsPage(asked: Parameters<typeof openMap>[0]) {
  const t = await readText();
  const { id, member, map, refusal } = await openMap(asked);
  if (!map) return <BadFilter journeyId={id} refusal={refusal} />;
  const answered = map.researchQuestions.filter((one) => one.answered).length;
  return (
    <Page>
      <PageHeader
        title={t('Research questions: {journey}', { journey: map.title })}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${id}`, label: map.title },
        ]}
      >
        {map.researchQuestions.length === 0
          ? t('What do you want to learn from this journey?')
          : t('{answered} of {all} answered.', {
              answered: String(answered),
              all: String(map.researchQuestions.length),
            })}
      </PageHeader>
      <JourneyNav journeyId={id} />
      <QuestionList
        questions={map.researchQuestions}
        actions={
          may(member.scope.actor, 'question.edit')
            ? { add: addQuestions.bind(null, id), save: saveQuestion, remove: dropQuestion }
            : null
        }
      />
    </Page>
  );
}
