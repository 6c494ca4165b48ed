'use client';

import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { CadenceField, cadenceOf } from './cadence-field';
import { findColumn } from './columns';
import { BasicFields } from './details-basics';
import { DecisionFields } from './details-decision';
import { ImportanceFields } from './details-importance';
import { MomentFields } from './details-moment';
import { PlaceFields } from './details-place';
import { PromiseFields, WhenFields } from './details-promise';
import { DetailsSection } from './details-section';
import { WhoFields } from './details-who';
import { useEditor } from './map-editor';
import type { AddTeam } from './owner-team-field';
import { SavedText } from './saved-text';
import { useTouchpointEdit } from './touchpoint-edit';
import {
  FACT_GROUP_NAMES,
  FACT_GROUPS,
  type FactGroup,
  summaryOf,
  touchpointFacts,
} from './touchpoint-facts';

/** Everything the team says about a touchpoint; each field saves itself. Who may not edit reads it. */
export function DetailsTab({ touchpointId, addTeam }: { touchpointId: string; addTeam: AddTeam }) {
  const t = useText();
  const { map, editable } = useEditor();
  const column = findColumn(map, touchpointId);
  if (!column?.touchpoint)
    return <p className="px-5 py-4 text-sm text-soft">{t('This touchpoint is no longer on the map.')}</p>;
  return editable ? (
    <Fields touchpoint={column.touchpoint} stageId={column.stage.id} addTeam={addTeam} />
  ) : (
    <Facts touchpoint={column.touchpoint} />
  );
}

function Facts({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { map } = useEditor();
  const facts = touchpointFacts(touchpoint, map, t);
  return (
    <dl className="flex flex-col gap-3 px-5 py-4 text-sm">
      {FACT_GROUPS.flatMap((group) =>
        facts[group].map(({ name, text }) => (
          <div key={`${group} ${name} ${text}`}>
            <dt className="text-xs text-soft">
              {name === t('Why') ? t('{group}: why', { group: t(FACT_GROUP_NAMES[group]) }) : name}
            </dt>
            <dd className="break-words whitespace-pre-line">{text}</dd>
          </div>
        )),
      )}
    </dl>
  );
}

function Fields({
  touchpoint,
  stageId,
  addTeam,
}: {
  touchpoint: TouchpointView;
  stageId: string;
  addTeam: AddTeam;
}) {
  const t = useText();
  const { map } = useEditor();
  const facts = touchpointFacts(touchpoint, map, t);
  const fields: Record<FactGroup, React.ReactNode> = {
    Basics: <BasicFields touchpoint={touchpoint} />,
    Who: <WhoFields touchpoint={touchpoint} addTeam={addTeam} />,
    When: <WhenFields touchpoint={touchpoint} />,
    'What the customer gets': <PromiseFields touchpoint={touchpoint} />,
    'Moment that matters': <MomentFields touchpoint={touchpoint} />,
    Importance: <ImportanceFields touchpoint={touchpoint} />,
    Decision: <DecisionFields touchpoint={touchpoint} />,
    Review: <ReviewField touchpoint={touchpoint} />,
    Playbook: <PlaybookField touchpoint={touchpoint} />,
  };
  return (
    <>
      {FACT_GROUPS.map((group) => (
        <DetailsSection
          key={group}
          id={group}
          title={t(FACT_GROUP_NAMES[group])}
          summary={summaryOf(facts[group], t)}
        >
          {fields[group]}
        </DetailsSection>
      ))}
      <PlaceFields touchpoint={touchpoint} stageId={stageId} />
    </>
  );
}

function ReviewField({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <CadenceField
      label={t('How often it is looked at again')}
      now={touchpoint.reviewCadenceDays}
      value={touchpoint.reviewCadenceDays ?? ''}
      error={errorOf('reviewCadenceDays')}
      onChange={(event) => void save({ reviewCadenceDays: cadenceOf(event.target.value) })}
    />
  );
}

function PlaybookField({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <SavedText
      label={t('How it is done well')}
      value={touchpoint.playbook}
      error={errorOf('playbook')}
      maxLength={4_000}
      rows={8}
      placeholder={t('Steps, wording, what to do when it goes wrong')}
      onSave={(playbook) => save({ playbook })}
    />
  );
}
