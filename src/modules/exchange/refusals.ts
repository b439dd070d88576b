import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'exchange.unsigned': {
    status: 401,
    words: text(
      'Thông điệp phải ký theo RFC 9421: phương thức, địa chỉ, loại và mã băm nội dung',
      'Messages are signed by RFC 9421: method, address, type and digest of the content',
    ),
  },
  'exchange.unknown-key': {
    status: 401,
    words: text('Không biết khóa đã ký thông điệp', 'The key that signed the message is unknown'),
  },
  'exchange.expired': {
    status: 401,
    words: text(
      'Chữ ký đã quá 5 phút, hoặc đồng hồ hai bên lệch nhau',
      'The signature is older than five minutes, or the clocks differ',
    ),
  },
  'exchange.wrong-signature': {
    status: 401,
    words: text('Chữ ký không đúng với nội dung', 'The signature does not fit the content'),
  },
  'exchange.replayed': {
    status: 409,
    words: text('Chữ ký này đã dùng rồi', 'This signature was used before'),
  },
  'exchange.too-large': {
    status: 413,
    words: text('Thông điệp quá lớn', 'The message is too large'),
  },
  'exchange.not-understood': {
    status: 422,
    words: text('Không hiểu thông điệp', 'The message is not understood'),
  },
  'exchange.foreign-source': {
    status: 403,
    words: text(
      'Thông điệp ghi nguồn khác với bên đã ký',
      'The message names another source than who signed it',
    ),
  },
  'exchange.message-differs': {
    status: 409,
    words: text(
      'Đã có thông điệp khác mang mã hoặc số thứ tự này',
      'Another message has this id or number',
    ),
  },
  'exchange.no-such-leg': {
    status: 404,
    words: text('Không có phần liên thông này', 'There is no such part'),
  },
  'exchange.leg-known': {
    status: 409,
    words: text('Phần liên thông này đã có', 'This part was asked for before'),
  },
  'exchange.leg-closed': {
    status: 409,
    words: text('Phần liên thông này đã kết thúc', 'This part is closed'),
  },
  'exchange.out-of-turn': {
    status: 409,
    words: text('Số thứ tự của thông điệp đã qua', 'The number of the message has passed'),
  },
  'exchange.too-many-waiting': {
    status: 429,
    words: text('Quá nhiều thông điệp đang chờ', 'Too many messages wait'),
  },
  'exchange.no-offer': {
    status: 422,
    words: text('Ở đây không nhận giải quyết phần này', 'This part is not done here'),
  },
  'exchange.file-damaged': {
    status: 422,
    words: text('Tệp không đúng mã băm: {name}', 'A file does not have its hash: {name}'),
  },
  'exchange.file-outstanding': {
    status: 503,
    words: text('Chưa lấy được tệp: {name}', 'A file could not be fetched yet: {name}'),
  },
  'exchange.no-such-file': {
    status: 404,
    words: text(
      'Không có tệp này trong thông điệp đang gửi',
      'No message on its way names this file',
    ),
  },
  'exchange.not-applied': {
    status: 409,
    words: text('Không thực hiện được: {code}', 'It could not be done: {code}'),
  },
  'exchange.bad-address': {
    status: 422,
    words: text(
      'Ghi địa chỉ dạng https://ten-may, không kèm đường dẫn; không phải hệ thống này',
      'Give an address like https://host, without a path; not this installation’s own',
    ),
  },
  'exchange.bad-key': {
    status: 422,
    words: text(
      'Khóa công khai Ed25519 gồm 43 ký tự base64url',
      'A public key of Ed25519 has 43 characters of base64url',
    ),
  },
  'exchange.key-known': {
    status: 409,
    words: text('Khóa này đã khai báo', 'This key is declared'),
  },
  'exchange.no-such-partner': {
    status: 422,
    words: text(
      'Không có hệ thống nào đang hiệu lực ở địa chỉ này',
      'No installation in force has this address',
    ),
  },
  'exchange.no-such-procedure': {
    status: 422,
    words: text('Không có thủ tục này', 'There is no such procedure'),
  },
  'exchange.ended': {
    status: 409,
    words: text('Mục này không có hoặc đã kết thúc', 'This does not exist or has ended'),
  },
  'exchange.no-such-message': {
    status: 404,
    words: text('Không có thông điệp chờ gửi này', 'No such message waits'),
  },
} satisfies RefusalTable;
