import { expect, it } from 'vitest';
import { fold } from './fold.ts';

it('folds both tone placements, both compositions and đ to the same letters', () => {
  expect(fold('Đường Hòa Bình')).toBe('duong hoa binh');
  expect(fold('Hoà')).toBe(fold('Hòa'));
  expect(fold('Ứng Hòa'.normalize('NFD'))).toBe(fold('Ứng Hòa'.normalize('NFC')));
});
