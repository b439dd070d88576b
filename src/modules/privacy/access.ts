import type { Access } from '#/platform/http/index.ts';

/** Whoever is signed in sees who read their own data. */
export const signedIn: Access = ['signed-in'];
