import type { Access } from '#/platform/http/index.ts';

/** Which offices, posts and days off are declared. */
export const manageOffices: Access = ['admin'];

/** A year is approved by a second person: another administrator, or a leader. */
export const decideCalendar: Access = ['admin', 'LANH_DAO_UBND'];

/** When offices are open is no secret. */
export const everybody: Access = ['anyone'];

/** One's own absence. */
export const reportAbsence: Access = ['official'];
