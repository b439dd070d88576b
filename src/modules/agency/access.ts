import type { Access } from '#/platform/http/index.ts';

/** Which offices, posts and days off are declared. */
export const manageOffices: Access = ['admin'];

/** One's own absence. */
export const reportAbsence: Access = ['official'];
