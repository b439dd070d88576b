import type { Access } from '#/platform/http/index.ts';

/** Who fills and files applications online. */
export const appliers: Access = ['citizen'];

/** Who works at the desk. */
export const officials: Access = ['official'];

/** Who sets when officials are told of deadlines. */
export const administrators: Access = ['admin'];

/** Who takes paper dossiers in at a counter. */
export const receivers: Access = ['TIEP_NHAN', 'CA_TIEP_NHAN', 'CB_THUE'];

/** Who fills a draft: applicants online, officials from paper. Whose draft it is decides the use case. */
export const fillers: Access = [...appliers, ...receivers];

/** Public tracking needs code and second factor, but no account. */
export const everybody: Access = ['anyone'];

/** Who is signed in, whoever it is: a use case decides whether the dossier is theirs. */
export const signedIn: Access = ['signed-in'];
