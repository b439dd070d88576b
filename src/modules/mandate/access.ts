import type { Access } from '#/platform/http/index.ts';

/** One's own mandates, given and received. */
export const citizens: Access = ['citizen'];

/** Who compares documents at a counter. */
export const counters: Access = ['TIEP_NHAN', 'CA_TIEP_NHAN', 'CB_THUE'];
