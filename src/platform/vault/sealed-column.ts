import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../db/index.ts';
import { sealCell, type DataKey } from './cell.ts';
import { currentKey } from './data-keys.ts';
import { cellText, columnName, declarePlace, lenientMark, type Definition } from './places.ts';

/** A column of bytes that holds one sealed JSON object per row: all personal data of one kind that the row has. */
export interface SealedColumn<T extends object> {
  readonly definition: Definition;
  /** Seals the content of a row under the key of the person whom it concerns. */
  seal(tx: Tx, subject: string, row: string, content: T): Promise<Buffer>;
  /** The same under a key that is at hand. */
  sealUnder(key: DataKey, row: string, content: T): Buffer;
  /** For the columns of a `select`: the fields of the opened object become fields of the row. `alias` names the table. */
  read(alias: string): RawBuilder<unknown>;
  /** The same for those who look for damage: what does not open reads as if its key had been destroyed. */
  readDamaged(alias: string): RawBuilder<unknown>;
  /** The same, as one field that holds the object; null where the join found no row. */
  readAs(alias: string, name: string): RawBuilder<unknown>;
  /** Some of its fields alone, under other names: what a page does not need, it does not get. */
  pick(alias: string, fields: Picked<T>): RawBuilder<unknown>;
  /** The same from the one row that a `from` clause finds. */
  pickFrom(alias: string, fields: Picked<T>, from: RawBuilder<unknown>): RawBuilder<unknown>;
}

type Picked<T> = Readonly<Record<string, keyof T & string>>;

/** A column of a result that the vault opens: one field with the name, or the fields of the object when it is empty. */
export function readCell(definition: Definition, alias: string, name: string): RawBuilder<unknown> {
  return sql.raw(`${cellText(definition, alias)} as ${columnName(definition, name)}`);
}

/** Declares a sealed column; its table and column are its place, and no two share one. */
export function sealedColumn<T extends object>(
  definition: Omit<Definition, 'derived'> & {
    readonly gone: T;
    readonly derived?: (
      tx: Tx,
      content: T,
      row: string,
    ) => Promise<Readonly<Record<string, unknown>>>;
  },
): SealedColumn<T> {
  const place = declarePlace(definition);

  const named = (alias: string, name: string) => readCell(definition, alias, name);
  const picked = (fields: object) =>
    Object.entries(fields)
      .map(([name, field]) => `${name}:${String(field)}`)
      .join();

  return {
    definition,
    read: (alias) => named(alias, ''),
    readDamaged: (alias) =>
      sql.raw(`${cellText(definition, alias)} as ${columnName(definition, '', lenientMark)}`),
    readAs: named,
    pick: (alias, fields) => named(alias, picked(fields)),
    pickFrom: (alias, fields, from) =>
      sql`(select ${sql.raw(cellText(definition, alias))} ${from}) as ${sql.raw(columnName(definition, picked(fields)))}`,
    async seal(tx, subject, row, content) {
      return sealCell(await currentKey(tx, subject), place, row, JSON.stringify(content));
    },
    sealUnder: (key, row, content) => sealCell(key, place, row, JSON.stringify(content)),
  };
}
