import type { JourneyTemplate } from './model';
import { AIR_PASSENGER } from './templates/air-passenger';
import { BANK_ACCOUNT } from './templates/bank-account';
import { BROADBAND_ORDER } from './templates/broadband-order';
import { ONLINE_SHOP } from './templates/online-shop';
import { OUTPATIENT_VISIT } from './templates/outpatient-visit';
import { SAAS } from './templates/saas';

/** The journeys a new workspace can start from, in the order they are offered. */
export const TEMPLATES: readonly JourneyTemplate[] = [
  ONLINE_SHOP,
  BANK_ACCOUNT,
  AIR_PASSENGER,
  SAAS,
  OUTPATIENT_VISIT,
  BROADBAND_ORDER,
];

export const listTemplates = (): readonly JourneyTemplate[] => TEMPLATES;

/** The template of an id; null where there is none. */
export function findTemplate(id: string): JourneyTemplate | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}
