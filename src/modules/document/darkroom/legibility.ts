import sharp from 'sharp';
import type { Doubt } from './order.ts';

/** Where the limits come from: scans and noisy photos of printed pages, sharp and blurred by 0 to 12 pixels at 150 dpi. */
const darkestPaper = 80;
const leastInk = 0.001;
const leastSharpness = 0.08;

/**
 * Whether a page can be read, as far as a machine can tell from a small grey copy. It only doubts: a person decides.
 * Dark: even the brightest twentieth of the page is. Blank: hardly a point stands out from its neighbourhood, whatever
 * the light on the paper. Blurred: the variance of the Laplacian, the usual measure of focus (Pech-Pacheco 2000), is
 * small against the variance of the writing itself, so that a page with two lines is not taken for a blurred one.
 */
export async function doubtOf(picture: Uint8Array): Promise<Doubt | undefined> {
  const page = await greyCopy(picture, 0.8);
  const light = await greyCopy(picture, 16);
  const paper = brightestTwentieth(page.data);
  if (paper < darkestPaper) return 'dark';
  const { ink, sharpness } = measure(page, light.data, paper * 0.12);
  if (ink < leastInk) return 'blank';
  return sharpness < leastSharpness ? 'blurred' : undefined;
}

interface Grey {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function greyCopy(picture: Uint8Array, blur: number): Promise<Grey> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .resize({ width: 800, height: 800, fit: 'inside', withoutEnlargement: true })
    .blur(blur)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function brightestTwentieth(data: Buffer): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value]! += 1;
  let seen = 0;
  for (let value = 255; value > 0; value--) {
    seen += counts[value]!;
    if (seen >= data.length / 20) return value;
  }
  return 0;
}

function measure({ data, width, height }: Grey, light: Buffer, standsOut: number) {
  const laplacian = new Spread();
  const writing = new Spread();
  let ink = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const value = data[at]!;
      laplacian.add(
        4 * value - data[at - 1]! - data[at + 1]! - data[at - width]! - data[at + width]!,
      );
      const detail = value - light[at]!;
      writing.add(detail);
      if (Math.abs(detail) > standsOut) ink += 1;
    }
  }
  return { ink: ink / data.length, sharpness: laplacian.variance / writing.variance };
}

class Spread {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    this.#sum += value;
    this.#squares += value * value;
  }

  get variance(): number {
    const mean = this.#sum / this.#count;
    return this.#squares / this.#count - mean * mean;
  }
}
