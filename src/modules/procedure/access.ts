import type { Access } from '#/platform/http/access.ts';

/** The law is public: anyone reads the catalogue and checks a case without signing in. */
export const readCatalogue: Access = ['anyone'];

/** Which versions were published when, and by whom. */
export const manageProcedures: Access = ['admin'];
