import type { Tx } from '../db/index.ts';

/** Where a sealed column stands and whom it concerns: enough to seal it anew without knowing what it means. */
export interface Definition {
  readonly table: string;
  readonly column: string;
  /** The columns that tell rows apart: the ciphertext is bound to their values, joined by `/`. */
  readonly key: readonly string[];
  /** SQL that gives the person of a row `t`. */
  readonly subject: string;
  /** What is read once the person's key is destroyed. */
  readonly gone: object;
  /** Other columns of the row that follow from the content, such as what it is looked up by. */
  readonly derived?:
    | ((tx: Tx, content: never, row: string) => Promise<Readonly<Record<string, unknown>>>)
    | undefined;
}

/** Between the name that a column of a result has and the place whose cell it holds; no other name contains it. */
export const mark = '§';

/** The same, where what does not open is to be read as if its key had been destroyed. */
export const lenientMark = '†';

const places = new Map<string, Definition>();

/** Notes a sealed column, and gives the name of its place. */
export function declarePlace(definition: Definition): string {
  const place = `${definition.table}.${definition.column}`;
  places.set(place, definition);
  return place;
}

/** All sealed columns of the program, for work that goes through every one of them. */
export function sealedColumns(): ReadonlyMap<string, Definition> {
  return places;
}

/** The row of an alias in which a cell stands, as its ciphertext names it. */
export function rowText({ key }: Definition, alias: string): string {
  return key.map((each) => `${alias}.${each}`).join(` || '/' || `);
}

/**
 * SQL of a value that the vault opens: cell, subject, KEK, wrapped key and row in one text. The key comes along in the
 * same statement.
 */
export function cellText(definition: Definition, alias: string): string {
  const at = `${alias}.${definition.column}`;
  return `case when ${at} is not null then
    encode(${at}, 'hex') || ' ' || coalesce((
      select k.subject || ' ' || coalesce(k.kek, '-') || ' ' || coalesce(encode(k.wrapped, 'hex'), '-')
        from platform.data_key k where k.id = encode(substring(${at} from 2 for 16), 'hex')::uuid), '- - -')
    || ' ' || ${rowText(definition, alias)} end`;
}

/** What a result must call the value for the vault to open it; PostgreSQL would cut it at 63 bytes. */
export function columnName(
  { table, column }: Definition,
  name: string,
  sign: typeof mark | typeof lenientMark = mark,
): string {
  const whole = `${name}${sign}${table}.${column}`;
  if (Buffer.byteLength(whole) > 63) throw new RangeError(`too long for a name: ${whole}`);
  return `"${whole}"`;
}

/** What a place says once the key is destroyed. */
export function goneAt(place: string): Record<string, unknown> {
  return { ...places.get(place)!.gone };
}
