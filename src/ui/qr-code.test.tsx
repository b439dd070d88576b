import { create } from 'qrcode';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code.tsx';

test('what is drawn is the code, module for module', () => {
  const content = '00020101021238540010A000000727';
  const html = renderToString(<QrCode content={content} label="Mã" />);
  const dark = new Set<string>();
  for (const [, x, y, width] of html.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let at = 0; at < Number(width); at += 1) dark.add(`${Number(x) + at} ${y}`);
  }
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      expect(dark.has(`${column} ${row}`)).toBe(modules.get(row, column) === 1);
    }
  }
});
