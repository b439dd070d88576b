import type { Access } from '#/platform/http/index.ts';

/** Whoever is signed in reads their own messages. */
export const signedIn: Access = ['signed-in'];
