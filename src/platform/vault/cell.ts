import type { KeyObject } from 'node:crypto';
import { openBytesUnder, sealBytesUnder } from './aes.ts';
import { VaultFault } from './kms.ts';

/** A data key: of one person, until it is rotated. */
export interface DataKey {
  /** UUID; it stands in every ciphertext. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The first byte of a cell: sealed, or moved over from a column of before and not sealed yet. */
const [sealedVersion, plainVersion] = [1, 0];

/** Version and key. */
const headBytes = 17;

/** Seals a text for one place: `version | key (16) | nonce (12) | ciphertext | tag (16)`. */
export function sealCell(key: DataKey, place: string, row: string, plain: string): Buffer {
  return Buffer.concat([
    headOf(key.id),
    sealBytesUnder(key.secret, Buffer.from(plain), labelOf(place, row, key.id)),
  ]);
}

/** The text of a cell. @throws VaultFault when it stood in another place or row, or was changed. */
export function openCell(
  cell: Buffer,
  place: string,
  row: string,
  keyOf: (id: string) => DataKey,
): string {
  if (cell[0] === plainVersion) return cell.toString('utf8', headBytes);
  if (cell[0] !== sealedVersion || cell.length < headBytes)
    throw new VaultFault(`Ô ${place} có dạng lạ`);
  const key = keyOf(keyIdOf(cell));
  const plain = openBytesUnder(key.secret, cell.subarray(headBytes), labelOf(place, row, key.id));
  if (!plain) throw new VaultFault(`Ô ${place} đã bị sửa hoặc bị chuyển từ dòng khác`);
  return plain.toString('utf8');
}

function keyIdOf(cell: Buffer): string {
  const hex = cell.toString('hex', 1, headBytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Additional authenticated data: a ciphertext is worth nothing in another column, row, or under another key. */
function labelOf(place: string, row: string, keyId: string): string {
  return `${place}|${row}|${keyId}`;
}

function headOf(keyId: string): Buffer {
  const head = Buffer.allocUnsafe(headBytes);
  head[0] = sealedVersion;
  head.write(keyId.replaceAll('-', ''), 1, 'hex');
  return head;
}
