import type { Access } from '#/platform/http/index.ts';

/** Verifying an issued paper is for everybody: banks, schools, other offices. */
export const everybody: Access = ['anyone'];

/** Papers are for signed-in people; whether for this one, the gate of their owner says. */
export const signedIn: Access = ['signed-in'];
