import type { Access } from '#/platform/http/index.ts';

/** Signing in, out and up. */
export const anyone: Access = ['anyone'];

/** One's own account. */
export const signedIn: Access = ['signed-in'];
