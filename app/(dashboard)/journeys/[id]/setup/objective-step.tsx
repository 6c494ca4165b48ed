'use client';

import { useState } from 'react';
import { QuestionList } from '@/components/journey/question-list';
import { TextArea } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { msg } from '@/lib/translate';
import { addQuestions, dropQuestion, saveObjective, saveQuestion } from './actions';

type Field = 'objective' | 'startTrigger' | 'endOutcome';

const FIELDS: { name: Field; label: string; hint: string }[] = [
  { name: 'objective', label: msg('Objective'), hint: msg('What you want to find out or change.') },
  {
    name: 'startTrigger',
    label: msg('Start trigger'),
    hint: msg('What happens in the customer’s life that starts the journey.'),
  },
  {
    name: 'endOutcome',
    label: msg('End outcome'),
    hint: msg('What is true when the journey has gone well.'),
  },
];

/** Step 1: what the journey is for, where it begins and ends, and what the team wants to learn. */
export function ObjectiveStep({ map }: { map: JourneyMapView }) {
  const t = useText();
  const [why, setWhy] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-8">
      <div className="flex max-w-2xl flex-col gap-4">
        {FIELDS.map(({ name, label, hint }) => (
          <TextArea
            key={name}
            label={t(label)}
            hint={t(hint)}
            rows={2}
            maxLength={500}
            defaultValue={map[name]}
            onBlur={(event) => {
              const text = event.target.value.trim();
              if (text === map[name]) return;
              void saveObjective({ id: map.id, [name]: text })
                .then((reply) => setWhy(reply.ok ? null : reply.problem.title))
                .catch(() => setWhy(t('The server could not be reached. Try again.')));
            }}
          />
        ))}
        {why ? (
          <Notice tone="bad" live>
            {why}
          </Notice>
        ) : null}
      </div>
      <section aria-labelledby="questions">
        <h2 id="questions" className="mb-3 text-lg font-semibold">
          {t('Research questions')}
        </h2>
        <QuestionList
          questions={map.researchQuestions}
          actions={{ add: addQuestions.bind(null, map.id), save: saveQuestion, remove: dropQuestion }}
        />
      </section>
    </div>
  );
}
