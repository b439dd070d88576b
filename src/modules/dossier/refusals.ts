import type { RefusalTable } from '#/platform/refusal.ts';
import { text } from '#/values/text.ts';
import { legRefusals } from './leg-refusals.ts';

export const refusals = {
  'dossier.none': {
    status: 404,
    words: text('Không tìm thấy hồ sơ này.', 'There is no such dossier.'),
  },
  'dossier.nobody': {
    status: 404,
    words: text('Không có người nào mang số này.', 'Nobody is known by this number.'),
  },
  'dossier.must-be-kept': {
    status: 409,
    words: text(
      'Chưa được hủy: pháp luật buộc giữ {kinds}.',
      'This may not be destroyed yet: the law keeps {kinds}.',
    ),
  },
  'dossier.not-in-account': {
    status: 404,
    words: text(
      'Không tìm thấy hồ sơ này trong tài khoản của bạn.',
      'This dossier was not found in your account.',
    ),
  },
  'dossier.message-too-long': {
    status: 422,
    words: text(
      'Tin nhắn dài hơn {most} ký tự. Hãy viết ngắn lại hoặc gửi thành nhiều tin.',
      'The message is longer than {most} characters. Shorten it or send several.',
    ),
  },
  'dossier.register-too-long': {
    status: 422,
    words: text(
      'Khoảng ngày này có hơn {most} hồ sơ. Hãy chọn khoảng ngắn hơn để in.',
      'This span has more than {most} dossiers. Choose a shorter one to print.',
    ),
  },
  'dossier.not-your-unit': {
    status: 403,
    words: text('Hồ sơ này thuộc đơn vị khác.', 'This dossier belongs to another unit.'),
  },
  'dossier.not-your-step': {
    status: 403,
    words: text('Bước này không thuộc nhiệm vụ của bạn.', 'This step is not yours.'),
  },
  'dossier.held-by-other': {
    status: 409,
    words: text(
      '{holder} đang xử lý hồ sơ này. Nếu cần, hãy đề nghị chuyển giao.',
      '{holder} is working on this dossier. Ask for a hand-over if you need it.',
    ),
  },
  'dossier.not-now': {
    status: 409,
    words: text(
      'Không làm được việc này: hồ sơ đang ở trạng thái “{state}”. Việc gần nhất: {deed}, {who}, {at}.',
      'This cannot be done: the dossier is “{state}”. What was done last: {deed}, {who}, {at}.',
    ),
  },
  'dossier.step-done': {
    status: 409,
    words: text(
      'Bước này vừa được người khác hoàn thành. Hãy tải lại trang để xem kết quả.',
      'Somebody else has just completed this step. Reload the page.',
    ),
  },
  'dossier.own-proposal': {
    status: 403,
    words: text(
      'Bạn là người đề xuất hồ sơ này nên không thể ký duyệt. Hãy để lãnh đạo khác ký.',
      'You proposed this decision, so you cannot approve it. Another leader has to.',
    ),
  },
  'dossier.nothing-owed': {
    status: 409,
    words: text(
      'Hồ sơ này không còn khoản phí, lệ phí nào phải nộp.',
      'Nothing is owed for this dossier.',
    ),
  },
  'dossier.answer-awaited': {
    status: 409,
    words: text(
      'Người nộp còn thời hạn bổ sung đến {until}. Chỉ dừng xử lý được sau thời điểm đó.',
      'The applicant may still answer until {until}. You can stop only after that.',
    ),
  },
  'dossier.no-such-colleague': {
    status: 404,
    words: text(
      'Không tìm thấy người được giao. Hãy chọn lại trong danh sách.',
      'There is no such colleague. Choose from the list.',
    ),
  },
  'dossier.no-procedure': {
    status: 404,
    words: text(
      'Không có thủ tục này, hoặc thủ tục đã hết hiệu lực.',
      'There is no such procedure, or it is no longer in force.',
    ),
  },
  'dossier.no-draft': {
    status: 404,
    words: text(
      'Không tìm thấy bản nháp này. Có thể bạn đã nộp hoặc đã xóa.',
      'There is no such draft. You may have filed or deleted it.',
    ),
  },
  'dossier.draft-incomplete': {
    status: 409,
    words: text(
      'Hồ sơ chưa đủ để nộp: {missing}. Hãy hoàn thành rồi nộp lại.',
      'The application is not complete: {missing}. Finish it, then submit.',
    ),
  },
  'dossier.no-delivery-address': {
    status: 422,
    words: text('Nhập địa chỉ nhận kết quả qua bưu chính.', 'Enter the address for the post.'),
  },
  'dossier.answers-wrong': {
    status: 422,
    words: text('Câu trả lời chưa đúng: {wrong}', 'Some answers are not right: {wrong}'),
  },
  'dossier.not-eligible': {
    status: 409,
    words: text('Chưa đủ điều kiện nộp hồ sơ: {reason}', 'You cannot apply: {reason}'),
  },
  'dossier.no-receiving-unit': {
    status: 409,
    words: text(
      'Chưa có đơn vị tiếp nhận thủ tục này ở địa phương.',
      'No unit receives this procedure here yet.',
    ),
  },
  'dossier.assurance': {
    status: 403,
    words: text(
      'Nộp hồ sơ này cần biết chắc bạn là ai (định danh mức 2). Hãy đăng nhập bằng VNeID mức 2, hoặc mang thẻ căn cước đến Trung tâm Phục vụ hành chính công để cán bộ xác minh tài khoản. Bản nháp vẫn còn.',
      'To file this it must be certain who you are (identity of level 2). Sign in by VNeID of level 2, or bring your identity card to the service centre to have your account verified. Your draft is kept.',
    ),
  },
  'dossier.not-declared': {
    status: 422,
    words: text(
      'Hãy đánh dấu vào ô cam đoan trước khi nộp.',
      'Tick the declaration before you submit.',
    ),
  },
  'dossier.reason-missing': {
    status: 422,
    words: text(
      'Hãy ghi rõ lý do: người nộp sẽ đọc được.',
      'State the reason: the applicant will read it.',
    ),
  },
  'dossier.nothing-asked': {
    status: 422,
    words: text(
      'Hãy chọn ít nhất một giấy tờ hoặc mục cần bổ sung và ghi lý do cho từng mục.',
      'Choose at least one paper or field and give a reason for each.',
    ),
  },
  'dossier.supplement-pending': {
    status: 409,
    words: text(
      'Đã có một yêu cầu bổ sung đang chờ. Mỗi lần chỉ gửi một yêu cầu, nêu hết các điểm.',
      'A supplement request is pending. Send one at a time, naming all points.',
    ),
  },
  'dossier.no-supplement': {
    status: 409,
    words: text('Không có yêu cầu bổ sung nào đang chờ.', 'No supplement request is pending.'),
  },
  'dossier.supplement-unanswered': {
    status: 409,
    words: text(
      'Còn thiếu: {missing}. Hãy bổ sung đủ rồi gửi một lần.',
      'Still missing: {missing}. Add everything, then send once.',
    ),
  },
  'dossier.already-extended': {
    status: 409,
    words: text(
      'Hồ sơ đã được gia hạn xác minh một lần.',
      'The deadline was already extended once for verification.',
    ),
  },
  'dossier.no-extension': {
    status: 409,
    words: text(
      'Thủ tục này không có thời hạn xác minh theo quy định.',
      'This procedure has no deadline for verification.',
    ),
  },
  'dossier.result-not-ready': {
    status: 409,
    words: text(
      'Bản kết quả đang được lập. Hãy đợi vài giây rồi thử lại.',
      'The result is still being printed. Wait some seconds and try again.',
    ),
  },
  'dossier.unpaid': {
    status: 409,
    words: text(
      'Người nộp chưa hoàn thành phí, lệ phí: {amount}.',
      'The applicant has not paid yet: {amount}.',
    ),
  },
  'dossier.no-failed-paper': {
    status: 409,
    words: text(
      'Hồ sơ này không còn giấy tờ nào in lỗi.',
      'No paper of this dossier has failed any more.',
    ),
  },
  'dossier.no-queue': {
    status: 404,
    words: text(
      'Không tìm thấy danh sách này. Có thể bạn đã bỏ nó.',
      'There is no such list. You may have removed it.',
    ),
  },
  'dossier.queue-unnamed': {
    status: 422,
    words: text(
      'Nhập tên danh sách, ví dụ: Xây dựng quá hạn',
      'Enter a name for the list, for example: late permits',
    ),
  },
  'dossier.too-many-queues': {
    status: 409,
    words: text(
      'Bạn đã lưu {most} danh sách. Hãy bỏ bớt danh sách không dùng rồi lưu lại.',
      'You have saved {most} lists. Remove some that you do not use, then save again.',
    ),
  },
  'dossier.queue-name-taken': {
    status: 409,
    words: text(
      'Bạn đã có một danh sách tên này. Hãy đặt tên khác.',
      'You already have a list of this name. Choose another.',
    ),
  },
  'dossier.objection-unfounded': {
    status: 422,
    words: text(
      'Không đồng ý thì phải nêu lý do và căn cứ.',
      'Who objects has to say why and by which law.',
    ),
  },
  'dossier.ladder-too-early': {
    status: 422,
    words: text(
      'Thang nhắc hạn chỉ áp dụng được từ ngày mai trở đi.',
      'A ladder can hold from tomorrow on only.',
    ),
  },
  'dossier.ladder-out-of-order': {
    status: 422,
    words: text(
      'Các nấc phải theo thứ tự thời gian: trước hạn, khi đến hạn, rồi sau hạn; phần trăm từ 1 đến 99, số giờ lớn hơn 0.',
      'The rungs must follow each other in time: before, at and after the due time; per cent from 1 to 99, hours above 0.',
    ),
  },
  'dossier.no-jump-there': {
    status: 422,
    words: text(
      'Không thể chuyển tới đó: chỉ giữa các bước phân công, thụ lý, thẩm tra, khi chưa ký.',
      'Cannot go there: only between assigning, handling and reviewing, before the signature.',
    ),
  },
  'dossier.no-draft-to-check': {
    status: 409,
    words: text('Không có bản nháp nào chờ bạn kiểm tra', 'No draft waits for you'),
  },
  ...legRefusals,
} satisfies RefusalTable;
