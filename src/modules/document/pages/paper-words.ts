import { text, type Text } from '#/values/text.ts';
import type { Doubt } from '../darkroom/index.ts';

/** What people read about their papers. */
export const words = {
  missing: text('Chưa có', 'Missing'),
  optional: text('Không bắt buộc', 'Not required'),
  uploaded: text('Đã nhận, chờ kiểm tra', 'Received, waits to be checked'),
  checking: text('Đang kiểm tra', 'Being checked'),
  rejected: text('Cần thay tệp', 'Replace the file'),
  ready: text('Đã đủ', 'Complete'),
  lookAgain: text('Cần xem lại', 'Look again'),
  taken: text('Đã nhận', 'Taken'),
  look: text('Xem bản ghép ({pages} trang)', 'See the whole paper ({pages} pages)'),
  doubts: text(
    'Có {count} trang có thể khó đọc. Hãy chụp lại, hoặc xem kỹ rồi xác nhận là vẫn đọc được.',
    '{count} pages may be hard to read. Take them again, or look closely and confirm that they can be read.',
  ),
  confirm: text('Tôi đã xem, các trang này đọc được', 'I have looked: these pages can be read'),
  confirmed: text('Bạn đã xác nhận đọc được', 'You confirmed that it can be read'),
  choose: text('Chụp ảnh hoặc chọn tệp', 'Take a photo or choose a file'),
  more: text('Thêm ảnh hoặc tệp', 'Add a photo or file'),
  kinds: text(
    'Ảnh (JPEG, PNG, HEIC, WebP), PDF hoặc Word. Mỗi tệp tối đa 20 MB, chọn được nhiều tệp một lúc. Chụp đủ bốn góc, đọc rõ chữ.',
    'Photo (JPEG, PNG, HEIC, WebP), PDF or Word. At most 20 MB a file, several at once. All four corners, every word readable.',
  ),
  page: text('Trang {no}', 'Page {no}'),
  pages: text('{count} trang', '{count} pages'),
  turn: text('Xoay', 'Turn'),
  drop: text('Bỏ trang', 'Leave out'),
  keep: text('Lấy lại trang', 'Put back'),
  earlier: text('Đưa lên', 'Move up'),
  later: text('Đưa xuống', 'Move down'),
  remove: text('Bỏ tệp', 'Remove'),
};

export const doubtWords: Readonly<Record<Doubt, Text>> = {
  blank: text('Trang có vẻ trống', 'The page seems blank'),
  dark: text('Ảnh quá tối', 'The photo is too dark'),
  blurred: text('Ảnh bị mờ', 'The photo is blurred'),
};
