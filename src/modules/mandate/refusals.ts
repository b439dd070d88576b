import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';

export const refusals = {
  'mandate.none': {
    status: 404,
    words: text('Không có ủy quyền này.', 'There is no such mandate.'),
  },
  'mandate.ended': {
    status: 409,
    words: text(
      'Ủy quyền này đã chấm dứt, nên không làm gì được theo nó nữa.',
      'This mandate has ended; nothing can be done by it.',
    ),
  },
  'mandate.may-not-grant': {
    status: 403,
    words: text(
      'Chỉ chính người được đại diện, hoặc cán bộ tại quầy không liên quan, mới lập được ủy quyền này.',
      'Only the represented person, or an official at the counter who is no party, makes this mandate.',
    ),
  },
  'mandate.not-verified': {
    status: 403,
    words: text(
      'Tài khoản của bạn chưa được xác minh nên chưa ủy quyền được. Hãy đăng nhập bằng VNeID mức 2, hoặc mang thẻ căn cước đến Trung tâm Phục vụ hành chính công.',
      'Your account is not verified, so it cannot give mandates. Sign in by VNeID of level 2, or bring your identity card to the service centre.',
    ),
  },
  'mandate.at-counter': {
    status: 409,
    words: text(
      'Loại này cần cán bộ đối chiếu giấy tờ. Hãy đến Trung tâm Phục vụ hành chính công.',
      'For this kind an official must compare a document. Come to the service centre.',
    ),
  },
  'mandate.unknown-person': {
    status: 422,
    words: text(
      'Không có người nào có tài khoản đã xác minh với số định danh và họ tên này. Kiểm tra lại cả hai',
      'No verified account has this number and name. Check both',
    ),
  },
  'mandate.oneself': {
    status: 422,
    words: text('Không ai ủy quyền cho chính mình', 'Nobody gives a mandate to themselves'),
  },
  'mandate.representative-minor': {
    status: 422,
    words: text('Người làm thay phải đủ 18 tuổi', 'Whoever acts for another must be 18 or older'),
  },
  'mandate.name-procedures': {
    status: 422,
    words: text(
      'Loại này phải ghi rõ thủ tục. Chọn một thủ tục',
      'This kind must name its procedure. Choose one',
    ),
  },
  'mandate.too-long': {
    status: 422,
    words: text(
      'Ngày hết hạn phải từ hôm nay và không quá {months} tháng; của con chưa thành niên, không quá ngày đủ 18 tuổi',
      'It must end today or later and within {months} months; for a child, before the 18th birthday',
    ),
  },
  'mandate.not-minor': {
    status: 422,
    words: text(
      'Người được đại diện không phải người chưa thành niên, hoặc chưa có ngày sinh trong hệ thống',
      'The represented person is not under age, or their date of birth is not known',
    ),
  },
  'mandate.not-adult': {
    status: 422,
    words: text(
      'Người được đại diện chưa đủ 18 tuổi; hãy chọn cha mẹ hoặc người giám hộ',
      'The represented person is under age; choose parent or guardian',
    ),
  },
  'mandate.no-organisation': {
    status: 422,
    words: text(
      'Người này không đại diện doanh nghiệp hay hộ kinh doanh nào',
      'This person stands for no organisation',
    ),
  },
  'mandate.not-in-scope': {
    status: 403,
    words: text(
      'Ủy quyền không cho làm thủ tục này thay cho {name}. Hãy thôi làm thay, hoặc xin ủy quyền thêm.',
      'The mandate does not cover this procedure for {name}. Stop acting for them, or ask for another mandate.',
    ),
  },
} satisfies RefusalTable;
