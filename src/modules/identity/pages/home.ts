import type { AccountKind } from '../person.ts';
import { readReturnPath } from '../return-path.ts';

/** Where somebody goes after signing in: where they wanted to, or where their work begins. */
export function pathAfter(wanted: string | undefined, kind: AccountKind): string {
  return readReturnPath(wanted) ?? (kind === 'official' ? '/can-bo' : '/');
}
