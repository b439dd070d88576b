import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../db/index.ts';
import { sealCell } from './cell.ts';
import { currentKey } from './data-keys.ts';
import { declarePlace, mark, type Definition } from './places.ts';

/** A column of bytes that holds one sealed JSON object per row: all personal data of one kind that the row has. */
export interface SealedColumn<T extends object> {
  readonly definition: Definition;
  /** Seals the content of a row under the key of the person whom it concerns. */
  seal(tx: Tx, subject: string, row: string, content: T): Promise<Buffer>;
  /** For the columns of a `select`: the fields of the opened object become fields of the row. `alias` names the table. */
  read(alias: string): RawBuilder<unknown>;
  /** The same, as one field that holds the object; null where the join found no row. */
  readAs(alias: string, name: string): RawBuilder<unknown>;
}

/** Declares a sealed column; its table and column are its place, and no two share one. */
export function sealedColumn<T extends object>(
  definition: Definition & { readonly gone: T },
): SealedColumn<T> {
  const { column, key } = definition;
  const place = declarePlace(definition);

  /** Cell, subject, KEK, wrapped key and row in one text: the key comes along in the same statement. */
  function cell(alias: string, name: string): RawBuilder<unknown> {
    const at = `${alias}.${column}`;
    const row = key.map((each) => `${alias}.${each}`).join(` || '/' || `);
    return sql.raw(`case when ${at} is not null then
      encode(${at}, 'hex') || ' ' || coalesce((
        select k.subject || ' ' || coalesce(k.kek, '-') || ' ' || coalesce(encode(k.wrapped, 'hex'), '-')
          from platform.data_key k where k.id = encode(substring(${at} from 2 for 16), 'hex')::uuid), '- - -')
      || ' ' || ${row} end as "${name}${mark}${place}"`);
  }

  return {
    definition,
    read: (alias) => cell(alias, ''),
    readAs: cell,
    async seal(tx, subject, row, content) {
      return sealCell(await currentKey(tx, subject), place, row, JSON.stringify(content));
    },
  };
}
