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
    const [iso, id, token] = read as unknown[];
    const at = typeof iso === 'string' ? new Date(iso) : null;
    const isGood =
      (iso === null || (at !== null && !Number.isNaN(at.getTime()))) &&
      typeof id === 'string' &&
      isId(id) &&
      Number.isInteger(token);
    return isGood ? { at, id: id as string, token: token as number } : undefined;
  } catch {
    return undefined;
  }
}
