import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'signing.no-personal': {
    status: 409,
    words: text(
      'Chưa phê duyệt được: bạn chưa có chứng thư số để ký. Hồ sơ giữ nguyên, chưa có gì thay đổi. Hãy báo người quản trị xem trang Chữ ký số, rồi phê duyệt lại.',
      'You cannot approve yet: you have no certificate to sign with. The dossier is as it was. Ask the administrator to see the page Digital signatures, then approve again.',
    ),
  },
  'signing.personal-ended': {
    status: 409,
    words: text(
      'Chưa phê duyệt được: chứng thư số của bạn đã hết hạn hoặc bị thu hồi. Hồ sơ giữ nguyên, chưa có gì thay đổi. Hãy báo người quản trị xem trang Chữ ký số, rồi phê duyệt lại.',
      'You cannot approve now: your certificate has run out or was revoked. The dossier is as it was. Ask the administrator to see the page Digital signatures, then approve again.',
    ),
  },
  'signing.no-seal': {
    status: 409,
    words: text(
      'Chưa phê duyệt được: cơ quan chưa có chứng thư số để đóng dấu. Hồ sơ giữ nguyên, chưa có gì thay đổi. Hãy báo người quản trị xem trang Chữ ký số, rồi phê duyệt lại.',
      'You cannot approve yet: the office has no certificate to seal with. The dossier is as it was. Ask the administrator to see the page Digital signatures, then approve again.',
    ),
  },
  'signing.seal-ended': {
    status: 409,
    words: text(
      'Chưa phê duyệt được: chứng thư số của cơ quan đã hết hạn hoặc bị thu hồi. Hồ sơ giữ nguyên, chưa có gì thay đổi. Hãy báo người quản trị xem trang Chữ ký số, rồi phê duyệt lại.',
      'You cannot approve now: the certificate of the office has run out or was revoked. The dossier is as it was. Ask the administrator to see the page Digital signatures, then approve again.',
    ),
  },
  'signing.known-certificate': {
    status: 409,
    words: text('Chứng thư này đã có trong danh sách.', 'This certificate is listed already.'),
  },
  'signing.no-certificate-here': {
    status: 404,
    words: text(
      'Không có chứng thư này, hoặc đã thu hồi.',
      'There is no such certificate, or it was revoked.',
    ),
  },
  'signing.no-root': {
    status: 404,
    words: text(
      'Chứng thư gốc này không còn trong danh sách tin cậy.',
      'This root is not trusted any more.',
    ),
  },
  'signing.not-a-pdf': {
    status: 422,
    words: text(
      'Tệp này không phải PDF, hoặc bị hỏng hay có mật khẩu.',
      'This file is no PDF, or it is damaged or has a password.',
    ),
  },
} satisfies RefusalTable;
