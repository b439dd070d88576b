import type { Tx } from '#/platform/db/index.ts';
import type { SealedFiles } from '#/platform/sealed-files/index.ts';
import type { PlacedFile } from '../store/files.ts';

/** Larger files are fetched by the other side, and all that come when the message is full. */
const [largest, fullAt] = [1_000_000, 8_000_000];

/** How a message holds a file: its bytes, or only how many they are. */
export type Packed = { readonly content: string } | { readonly size: number };

/** The files of one message, packed in the order of its papers. */
export interface Parcel {
  pack(file: { readonly key: string; readonly size: number }): Promise<Packed>;
  /** Those that the message only names. */
  readonly named: readonly PlacedFile[];
}

/** Opens an empty parcel. */
export function openParcel(tx: Tx, files: SealedFiles): Parcel {
  const named: PlacedFile[] = [];
  let place = 0;
  let filled = 0;
  return {
    named,
    async pack({ key, size }) {
      const own = { place: place++, key };
      if (size > largest || filled + size > fullAt) {
        named.push(own);
        return { size };
      }
      filled += size;
      return { content: (await files.read(key, tx)).toString('base64') };
    },
  };
}
