import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One font file that the web app serves at `url`. `first` asks the page to load it before it is discovered. */
export interface FontFile {
  readonly url: string;
  readonly file: string;
  readonly weight: 400 | 600 | 700;
  readonly range: string;
  readonly first: boolean;
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
  'files',
);

/** As the font's makers cut it: a browser loads a file only when a page holds a letter of its range. */
const ranges = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

/** Be Vietnam Pro (OFL), three weights, Vietnamese and Latin letters, woff2. */
export const fontFiles: readonly FontFile[] = ([400, 600, 700] as const).flatMap((weight) =>
  (['vietnamese', 'latin'] as const).map((letters) => {
    const name = `be-vietnam-pro-${letters}-${weight}-normal.woff2`;
    return {
      url: `/tai-nguyen/${name}`,
      file: join(folder, name),
      weight,
      range: ranges[letters],
      first: weight !== 700,
    };
  }),
);

/** The `@font-face` rules of those files. */
export function fontFaces(): string {
  return fontFiles
    .map(
      ({ url, weight, range }) =>
        `@font-face{font-family:'Be Vietnam Pro';font-style:normal;font-weight:${weight};font-display:swap;src:url(${url}) format('woff2');unicode-range:${range}}`,
    )
    .join('\n');
}
