import { factsOfLaw } from './facts-of-law.ts';
import type { FactsSection } from './facts-section.ts';
import { factsOfService } from './facts-of-service.ts';

/** The catalogue facts, page by page. */
export const factsSections: readonly FactsSection[] = [...factsOfService, ...factsOfLaw];
