import type { CalendarFollower } from '#/modules/agency/index.ts';
import { impactOf } from './impact.ts';
import { insertRecomputation } from './store/recomputations.ts';

/**
 * Keeps the deadlines of dossiers in step with the working calendars. The change and the duty to follow it are written
 * in one transaction; the job `dossier.recompute` works the duty off.
 */
export const followCalendarsForDossiers: CalendarFollower = {
  impactOf,
  applied: (tx, { id, appliedAt }) => insertRecomputation(tx, id, appliedAt!),
};
