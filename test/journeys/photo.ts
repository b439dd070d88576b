import sharp from 'sharp';

/**
 * A photo of a written page as a phone takes it: a JPEG with lines of strokes on paper. Different marks give different
 * pictures.
 */
export async function photoOfPaper(
  mark: string,
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const [width, height] = [900, 1270];
  const seed = Buffer.from(mark).reduce((sum, byte) => (sum * 31 + byte) % 9973, 7);
  const lines: string[] = [];
  for (let y = 160, line = seed; y < height - 120; y += 34, line++) {
    for (let x = 80, word = 0; x < width - 140; word++) {
      const length = 18 + ((line * 7 + word * 5) % 9) * 8;
      lines.push(
        `<path d="M${x} ${y}h${length}" stroke="#222" stroke-width="2" stroke-dasharray="3"/>`,
      );
      x += length + 16;
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f4f1ea"/><circle cx="120" cy="90" r="${20 + (seed % 25)}" fill="#a22"/>${lines.join('')}</svg>`;
  return {
    name: `${mark}.jpg`,
    type: 'image/jpeg',
    bytes: await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer(),
  };
}
