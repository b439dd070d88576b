import type { Access } from '#/platform/http/index.ts';

/** Tokens of systems that open and close accounts of officials. */
export const manageTokens: Access = ['admin'];
