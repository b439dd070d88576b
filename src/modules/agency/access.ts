import type { Access } from '#/platform/http/index.ts';

/** Which offices, posts and days off are declared. */
export const manageOffices: Access = ['admin'];

/** When offices are open is no secret. */
export const everybody: Access = ['anyone'];

/** One's own absence. */
export const reportAbsence: Access = ['official'];
