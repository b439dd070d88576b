import type { Transaction } from 'kysely';
import type { DB } from './tables.ts';

declare const minted: unique symbol;

/**
 * A running transaction. Only `database.transaction` can make one, so a statement outside a transaction
 * does not type-check.
 */
export type Tx = Transaction<DB> & { readonly [minted]: true };
