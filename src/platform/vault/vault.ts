import { createSecretKey, randomBytes } from 'node:crypto';
import { openCell, type DataKey } from './cell.ts';
import { keyCache } from './key-cache.ts';
import type { Kms, Wrapped } from './kms.ts';
import { VaultFault } from './kms.ts';
import { goneAt, lenientMark, mark, sealedColumns } from './places.ts';

/** Opens and remembers data keys, and opens the cells of rows that the database gives. */
export interface Vault {
  readonly kms: Kms;
  /** A new data key and how it is to be kept. */
  make(id: string, subject: string): { readonly key: DataKey; readonly wrapped: Wrapped };
  /** The key of an id, from memory or from how it is kept. @throws VaultFault when it does not open. */
  keyOf(id: string, subject: string, wrapped: Wrapped): DataKey;
  /** The key that seals for a subject now, as far as it is remembered. */
  readonly current: {
    get(subject: string): DataKey | undefined;
    set(subject: string, key: DataKey): void;
  };
  /** Opens all cells among the columns of rows, and notes whose. @throws VaultFault when one was changed or moved. */
  openRows(rows: Record<string, unknown>[], note?: NoteOpened): Record<string, unknown>[];
  /** From now on a cell that is not sealed is refused: whoever writes one into the database is not believed. */
  refusePlain(): void;
  /** Forgets all keys, so that the next use sees what was destroyed or sealed anew. */
  forgetKeys(): void;
}

/** Is told the subject under whose key something was sealed, and where it stood. */
export type NoteOpened = (subject: string, place: string) => void;

/** Ten thousand people a process; whoever's key was destroyed is unreadable everywhere after five minutes. */
const remembered = { most: 10_000, ms: 5 * 60_000 };

/** A vault whose data keys one keeper seals. */
export function createVault(kms: Kms): Vault {
  const keys = keyCache<DataKey>(remembered);
  const current = keyCache<DataKey>(remembered);
  let believesPlain = true;

  function keyOf(id: string, subject: string, wrapped: Wrapped): DataKey {
    const known = keys.get(id);
    if (known) return known;
    const key = { id, secret: createSecretKey(kms.unwrap(wrapped, labelOf(id, subject))) };
    keys.set(id, key);
    return key;
  }

  function make(id: string, subject: string) {
    const bytes = randomBytes(32);
    const wrapped = kms.wrap(bytes, labelOf(id, subject));
    return { key: { id, secret: createSecretKey(bytes) }, wrapped };
  }

  /** A cell as `SealedColumn.read` writes it: cell, subject, KEK, wrapped key, row. */
  function opened(place: string, text: string, note?: NoteOpened): Record<string, unknown> {
    const [cell = '', subject = '', kek = '', wrapped = ''] = text.split(' ', 4);
    const row = text.slice(cell.length + subject.length + kek.length + wrapped.length + 4);
    const bytes = Buffer.from(cell, 'hex');
    if (bytes[0] === 0 && !believesPlain) throw new VaultFault(`Ô ${place} không được mã hóa`);
    // The key of these was destroyed, and with it what they said.
    if (kek === '-' && bytes[0] !== 0) return goneAt(place);
    if (subject !== '-') note?.(subject, place);
    const keyOfCell = (id: string) =>
      keyOf(id, subject, { kek, bytes: Buffer.from(wrapped, 'hex') });
    return JSON.parse(openCell(bytes, place, row, keyOfCell)) as Record<string, unknown>;
  }

  function openedOrGone(place: string, text: string, note?: NoteOpened): Content {
    try {
      return opened(place, text, note);
    } catch (error) {
      if (error instanceof VaultFault) return goneAt(place);
      throw error;
    }
  }

  function openRows(rows: Record<string, unknown>[], note?: NoteOpened): Record<string, unknown>[] {
    const first = rows[0];
    if (!first) return rows;
    const marked = Object.keys(first).filter(isMarked);
    if (marked.length === 0) return rows;
    const columns = marked.map(readMark);
    return rows.map((row) => {
      const open: Record<string, unknown> = {};
      for (const name of Object.keys(row)) if (!isMarked(name)) open[name] = row[name];
      for (const { column, place, isLenient, put } of columns) {
        const cell = row[column] as string | null;
        const openedOne = isLenient ? openedOrGone : opened;
        put(open, cell === null ? null : openedOne(place, cell, note));
      }
      return open;
    });
  }

  function refusePlain(): void {
    believesPlain = false;
  }

  function forgetKeys(): void {
    keys.clear();
    current.clear();
  }

  return { kms, make, keyOf, current, openRows, refusePlain, forgetKeys };
}

type Content = Readonly<Record<string, unknown>>;

function isMarked(name: string): boolean {
  return name.includes(mark) || name.includes(lenientMark);
}

/** What the name of a marked column asks for: all fields, some under other names, or the object as one field. */
function readMark(column: string) {
  const isLenient = column.includes(lenientMark);
  const [name = '', place = ''] = column.split(isLenient ? lenientMark : mark);
  if (!sealedColumns().has(place)) throw new VaultFault(`Không có ô nào tên ${place}`);
  const picked = name.includes(':') ? name.split(',').map((pair) => pair.split(':')) : undefined;
  return {
    column,
    place,
    isLenient,
    put: (row: Record<string, unknown>, content: Content | null): void => {
      if (picked) for (const [to = '', from = ''] of picked) row[to] = content?.[from] ?? null;
      else if (name !== '') row[name] = content;
      else if (content) Object.assign(row, content);
    },
  };
}

function labelOf(id: string, subject: string): string {
  return `data key|${id}|${subject}`;
}
