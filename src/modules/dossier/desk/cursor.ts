import { isId } from '#/values/id.ts';

/** Where a page of a list ended: the order value of its last row, its dossier, and the number of its step. */
export interface Cursor {
  /** Null where the order value is missing: those rows come last. */
  readonly at: Date | null;
  readonly id: string;
  readonly token: number;
}

/** A cursor as an opaque text for addresses. */
export function writeCursor({ at, id, token }: Cursor): string {
  return Buffer.from(JSON.stringify([at?.toISOString() ?? null, id, token])).toString('base64url');
}

/** Reads it back; anything else means the first page. */
export function readCursor(written: string | undefined): Cursor | undefined {
  if (!written || written.length > 200) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(written, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 3) return undefined;
    const [at, id, token] = read as unknown[];
    return isInstant(at) && typeof id === 'string' && isId(id) && isToken(token)
      ? { at: at === null ? null : new Date(at), id, token }
      : undefined;
  } catch {
    return undefined;
  }
}

/** An instant of our age in the form of `Date.toISOString`, or nothing: the database takes no others. */
function isInstant(at: unknown): at is string | null {
  return (
    at === null ||
    (typeof at === 'string' &&
      /^(?:19|20|21)\d{2}-.{19}$/.test(at) &&
      !Number.isNaN(Date.parse(at)))
  );
}

function isToken(token: unknown): token is number {
  return Number.isInteger(token) && (token as number) >= 0 && (token as number) < 2 ** 31;
}
