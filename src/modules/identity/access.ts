import type { Access } from '#/platform/http/index.ts';

/** Signing in, out and up. */
export const anyone: Access = ['anyone'];

/** One's own account. */
export const signedIn: Access = ['signed-in'];

/** Removing a lost second factor at the counter; those of officials' accounts are left to administrators. */
export const counters: Access = ['TIEP_NHAN', 'CA_TIEP_NHAN', 'CB_THUE', 'admin'];

/** Approving the removal of an official's second factor. */
export const administrators: Access = ['admin'];
