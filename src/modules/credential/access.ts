import type { Access } from '#/platform/http/index.ts';

/** One's own results as credentials. */
export const citizens: Access = ['citizen'];

/** Asking somebody to show a credential is for everybody: banks, schools, other offices. */
export const everybody: Access = ['anyone'];
