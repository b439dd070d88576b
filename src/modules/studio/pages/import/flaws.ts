import { text, type Text } from '#/values/text.ts';
import type { ZipFlaw } from '../../bundle/read-zip.ts';

/** Why a file was not taken. */
export type Flaw = ZipFlaw | 'not-sent' | 'no-slug';

export const flaws: Readonly<Record<Flaw, Text>> = {
  'not-sent': text(
    'Chọn tệp .json, .docx, .html hoặc .zip, không quá 5 MB',
    'Choose a .json, .docx, .html or .zip of at most 5 MB',
  ),
  'no-zip': text(
    'Tệp này không phải tệp .zip, .docx, .html hay .json',
    'This is no zip, Word, HTML or JSON file',
  ),
  damaged: text('Tệp .zip bị hỏng; hãy tạo lại', 'The zip file is damaged; make it again'),
  locked: text('Tệp .zip có mật khẩu; hãy tạo lại không mật khẩu', 'The zip file is locked'),
  odd: text(
    'Tệp .zip nén theo kiểu lạ; hãy nén lại bằng kiểu thường',
    'The zip file is packed in an odd way',
  ),
  'too-large': text('Có tệp bên trong lớn hơn 1 MB', 'A file in it is larger than 1 MB'),
  'too-many': text('Có quá nhiều tệp bên trong', 'There are too many files in it'),
  twice: text('Có hai tệp cùng tên: {names}', 'Two files have the same name: {names}'),
  several: text(
    'Có nhiều hơn một thủ tục; mỗi lần chỉ nhập một',
    'It holds more than one procedure',
  ),
  missing: text('Thiếu tệp {names}', 'Missing: {names}'),
  'no-text': text('Không phải văn bản UTF-8: {names}', 'No UTF-8 text: {names}'),
  'no-slug': text(
    'procedure.json không có địa chỉ (slug) đúng dạng, hoặc địa chỉ đó đang có bản nháp mới',
    'procedure.json has no proper slug, or a new draft has it already',
  ),
};
