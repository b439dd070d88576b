import { create } from 'qrcode';

export interface QrCodeProps {
  /** What the code says to a camera. */
  readonly content: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
}

/** Light border that cameras need around a code, in modules (ISO/IEC 18004, 6.3.8). */
const quiet = 4;

/** A QR code as drawn lines: black on white in every theme, since cameras read nothing else as surely. */
export function QrCode({ content, label }: QrCodeProps) {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      width="240"
      height="240"
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path
        d={darkRuns(modules.size, (row, column) => modules.get(row, column) === 1)}
        fill="#000"
      />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
function darkRuns(size: number, isDark: (row: number, column: number) => boolean): string {
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && isDark(row, column)) column += 1;
      if (column > start) runs.push(`M${start} ${row}h${column - start}v1h${start - column}z`);
    }
  }
  return runs.join('');
}
