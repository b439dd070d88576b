import type { Cursor } from './cursor.ts';
import type { DeskRow } from './row.ts';

/** Which part of a list is wanted. */
export interface PageWanted {
  readonly size: number;
  readonly after?: Cursor | undefined;
}

/** One part of a list, and where the next one begins, if there is one. */
export interface DeskPage {
  readonly rows: readonly DeskRow[];
  readonly next: Cursor | undefined;
}
