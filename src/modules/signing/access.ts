import type { Access } from '#/platform/http/index.ts';

/** Certificates, roots and practices are entered by administrators. */
export const manageCertificates: Access = ['admin'];

/** Signatures are judged for everybody; lists of revoked certificates are public by their nature. */
export const everybody: Access = ['anyone'];
