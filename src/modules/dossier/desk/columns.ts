import { text, type Text } from '#/values/text.ts';

/** The columns that an official may choose; the dossier itself always stands first. */
export const columns = {
  'nguoi-nop': text('Chủ hồ sơ', 'Owner'),
  'trang-thai': text('Trạng thái', 'State'),
  buoc: text('Bước, người giữ', 'Step and holder'),
  han: text('Hạn hồ sơ', 'Due'),
  'han-buoc': text('Hạn bước', 'Step due'),
  'ngay-nop': text('Ngày nộp', 'Filed'),
  kenh: text('Kênh', 'Channel'),
} as const satisfies Readonly<Record<string, Text>>;

export type ColumnKey = keyof typeof columns;

/** All of them, in the order in which they stand. */
export const columnKeys = Object.keys(columns) as ColumnKey[];

/** What is shown to who chose nothing. */
export const usualColumns: readonly ColumnKey[] = ['trang-thai', 'buoc', 'han', 'han-buoc'];

/** The known columns among names from outside, in their order. */
export function readColumns(names: readonly string[]): ColumnKey[] {
  return columnKeys.filter((key) => names.includes(key));
}
