import type { Access } from '#/platform/http/index.ts';

/** Leading people through a sign-in that a client asked for. */
export const anyone: Access = ['anyone'];

/** What one has granted, and granting it. */
export const signedIn: Access = ['signed-in'];

/** Registering clients and changing signing keys. */
export const manageClients: Access = ['admin'];
