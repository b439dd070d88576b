import { createRequire } from 'node:module';
import { Spoil } from './spoil.ts';

/** The decoder needs four bytes a pixel at once, twice: 50 million pixels, the largest that phones store, take 400 MB. */
const maxPixels = 60_000_000;

/** The part of libheif that is used here; the package has no types of its own for this entry. */
interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  free(): void;
  display(into: Pixels, done: (filled: Pixels | null) => void): void;
}

interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * The main picture of an HEIC file as RGBA, upright: the file's own rotation is applied, its EXIF orientation is
 * not (ISO/IEC 23008-12, 6.5.10 makes the former the only one that counts).
 */
export async function decodeHeic(
  bytes: Uint8Array,
): Promise<{ pixels: Buffer; width: number; height: number }> {
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  const images = new libheif.HeifDecoder().decode(bytes);
  try {
    const image = images.find((each) => each.is_primary()) ?? images[0];
    if (!image) throw new Spoil('photo-damaged');
    const width = image.get_width();
    const height = image.get_height();
    if (width * height > maxPixels) throw new Spoil('photo-too-large');
    const filled = await new Promise<Pixels | null>((resolve) =>
      image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve),
    );
    if (!filled) throw new Spoil('photo-damaged');
    return { pixels: Buffer.from(filled.data.buffer), width, height };
  } finally {
    for (const image of images) image.free();
  }
}
