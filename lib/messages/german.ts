import type { Catalog } from '../translate';
import cases from './de/cases.json' with { type: 'json' };
import drivers from './de/drivers.json' with { type: 'json' };
import exportedAnswers from './de/exported-answers.json' with { type: 'json' };
import exported from './de/exports.json' with { type: 'json' };
import filters from './de/filters.json' with { type: 'json' };
import hand from './de/hand.json' with { type: 'json' };
import improvements from './de/improvements.json' with { type: 'json' };
import journey from './de/journey.json' with { type: 'json' };
import outcomes from './de/outcomes.json' with { type: 'json' };
import pages from './de/pages.json' with { type: 'json' };
import refusals from './de/refusals.json' with { type: 'json' };
import rules from './de/rules.json' with { type: 'json' };
import side from './de/side.json' with { type: 'json' };
import summary from './de/summary.json' with { type: 'json' };
import survey from './de/survey.json' with { type: 'json' };
import ui from './de/ui.json' with { type: 'json' };
import voices from './de/voices.json' with { type: 'json' };
import watching from './de/watching.json' with { type: 'json' };

/** The members' side in German. One file for each part of the house, so that a translator finds what belongs together. */
export const GERMAN: Catalog = {
  ...cases,
  ...drivers,
  ...exported,
  ...exportedAnswers,
  ...hand,
  ...improvements,
  ...filters,
  ...refusals,
  ...rules,
  ...journey,
  ...outcomes,
  ...pages,
  ...side,
  ...summary,
  ...survey,
  ...ui,
  ...voices,
  ...watching,
};
