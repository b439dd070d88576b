import type { Access } from '#/platform/http/index.ts';

/** Who writes procedures. A role of its own can be named here when the office has one. */
export const editors: Access = ['QUAN_TRI'];

/** Who reads drafts, and approves those of others: whoever writes, and the leaders who answer for the office. */
export const reviewers: Access = ['QUAN_TRI', 'LANH_DAO_UBND'];
