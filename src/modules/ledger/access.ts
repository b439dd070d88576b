import type { Access } from '#/platform/http/index.ts';

/** The ledger is public. */
export const everybody: Access = ['anyone'];

/** Receipts that open a commitment: whose it is decides the module that keeps the act. */
export const signedIn: Access = ['signed-in'];
