import type { Access } from '#/platform/http/index.ts';

/** Whoever is signed in reads their own messages and says how they want to be told. */
export const signedIn: Access = ['signed-in'];

/** Templates, services of other agencies, and what became of messages. */
export const administrators: Access = ['admin'];

/** The link in a mail proves itself. */
export const anyone: Access = ['anyone'];
