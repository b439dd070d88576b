import { join } from 'node:path';

/** The folder that templates believe to live in. It does not exist: what they may read is laid there in memory. */
export const nowhere = join(import.meta.dirname, 'no-such-folder');
