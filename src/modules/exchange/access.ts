import type { Access } from '#/platform/http/index.ts';

/** Which installations are believed, which units they serve, and what became of messages. */
export const administrators: Access = ['admin'];
