import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { countHeld } from '@/db/queries/responses';
import { isAppError } from '@/lib/errors';
import { readText, readTongue } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadSiteSettings } from '@/lib/identity/views';
import { isImportWording } from '@/lib/response/rules/read-answers';
import { baseLanguage } from '@/lib/survey/model/content';
import { languageNames, stockTexts } from '@/lib/survey/rules/stock-texts';
import { loadSurvey } from '@/lib/survey/views';
import { loadChannels } from '@/lib/survey/views/load-channels';
import { loadFields } from '@/lib/survey/views/load-fields';
import { ImportedSurvey } from './imported-survey';
import { Placements } from './placements';
import { SurveyStudio } from './survey-studio';
import { tabOf } from './tabs';
import { Versions } from './versions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())('Survey') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ tab?: string | string[] }> };

export default async function SurveyPage({ params, searchParams }: Props) {
  const { scope, workspace } = await requireMember();
  const survey = await loadSurvey(scope, (await params).id).catch((error) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const [t, tongue] = [await readText(), await readTongue()];
  if (isImportWording(survey.wording)) return <ImportedSurvey t={t} survey={survey} />;
  const [{ site }, held, fields, channels] = await Promise.all([
    loadSiteSettings(scope),
    countHeld(scope, { surveyId: survey.id }),
    survey.subject ? loadFields(scope, survey.subject.lineageId) : { attributes: [], contactRole: '' },
    survey.subject ? loadChannels(scope, survey.subject.lineageId, t) : [],
  ]);
  const { brand, timeZone } = workspace;
  const names = languageNames(tongue);
  return (
    <SurveyStudio
      key={survey.id}
      survey={survey}
      brand={brand}
      timeZone={timeZone}
      names={names}
      stock={survey.draft.languages.map((tag) => stockTexts(survey.metric, tag, tongue))}
      fields={fields}
      canEdit={may(scope.actor, 'survey.draft')}
      startsAt={tabOf((await searchParams).tab, survey.version)}
      placements={
        <Placements
          surveyId={survey.id}
          placements={survey.placements}
          site={site}
          channels={channels}
          held={held}
          timeZone={timeZone}
          canEdit={may(scope.actor, 'placement.open')}
        />
      }
      versions={
        <Versions
          versions={survey.versions}
          metric={survey.metric}
          names={names}
          stock={stockTexts(survey.metric, baseLanguage(survey.draft), tongue)}
          t={t}
          timeZone={timeZone}
        />
      }
    />
  );
}
