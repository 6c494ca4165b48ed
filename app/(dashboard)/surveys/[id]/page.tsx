import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { countHeld } from '@/db/queries/responses';
import { isAppError } from '@/lib/errors';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadSiteSettings } from '@/lib/identity/views';
import { baseLanguage } from '@/lib/survey/model/content';
import { stockTexts } from '@/lib/survey/rules/stock-texts';
import { loadSurvey } from '@/lib/survey/views';
import { Placements } from './placements';
import { SurveyStudio } from './survey-studio';
import { Versions } from './versions';

export const metadata: Metadata = { title: 'Survey' };

export default async function SurveyPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope, workspace } = await requireMember();
  const survey = await loadSurvey(scope, (await params).id).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const [{ site }, held] = await Promise.all([
    loadSiteSettings(scope),
    countHeld(scope, { surveyId: survey.id }),
  ]);
  const { brand, language, timeZone } = workspace;
  return (
    <SurveyStudio
      key={survey.id}
      survey={survey}
      brand={brand}
      stock={stockTexts(survey.metric, baseLanguage(survey.draft), 'en')}
      canEdit={may(scope.actor, 'survey.draft')}
      placements={
        <Placements
          surveyId={survey.id}
          placements={survey.placements}
          site={site}
          held={held}
          language={language}
          timeZone={timeZone}
          canEdit={may(scope.actor, 'placement.open')}
        />
      }
      versions={
        <Versions versions={survey.versions} metric={survey.metric} language={language} timeZone={timeZone} />
      }
    />
  );
}
