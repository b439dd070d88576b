import type { Access } from '#/platform/http/index.ts';

/** Whether the tracker answers is no secret. */
export const everybody: Access = ['anyone'];

/** Whoever is signed in sees who read their own data. */
export const signedIn: Access = ['signed-in'];
