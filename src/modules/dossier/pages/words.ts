import { text } from '#/values/text.ts';

/** Words of the pages on which a citizen applies. */
export const applyWords = {
  unsure: text(
    'Bạn điền được tờ khai, nhưng để nộp cần định danh mức 2: đăng nhập bằng VNeID mức 2, hoặc mang thẻ căn cước đến Trung tâm Phục vụ hành chính công.',
    'You can fill in the form, but to file it you need an identity of level 2: sign in by VNeID of level 2, or bring your identity card to the service centre.',
  ),
  start: text('Nộp hồ sơ: {name}', 'Apply: {name}'),
  apply: text('Nộp hồ sơ', 'Apply'),
  before: text('Trước khi bắt đầu', 'Before you start'),
  beforeText: text(
    'Bạn trả lời từng trang, tải giấy tờ lên, kiểm tra lại rồi nộp. Mọi thứ bạn nhập được lưu, có thể làm tiếp trên máy khác.',
    'You answer page by page, upload papers, check everything, then submit. What you type is saved; you can go on from another device.',
  ),
  known: text('Thông tin đã có', 'What we know already'),
  knownText: text(
    'Họ tên, ngày sinh, số định danh và nơi cư trú được lấy từ tài khoản của bạn. Hãy kiểm tra và sửa nếu chưa đúng.',
    'Your name, birth date, identification number and address come from your account. Check them and correct what is wrong.',
  ),
  begin: text('Bắt đầu', 'Start'),
  resume: text('Làm tiếp', 'Go on'),
  resumeTitle: text('Bạn đang làm dở hồ sơ này', 'You have begun this application'),
  resumeText: text('Lưu lần cuối {at}.', 'Last saved {at}.'),
  another: text('Nộp cho người hoặc việc khác', 'Apply for somebody or something else'),
  anotherLabel: text('Hồ sơ này dành cho ai, việc gì?', 'Whom or what is it for?'),
  anotherHint: text(
    'Ví dụ: con thứ hai. Tên này chỉ để bạn phân biệt.',
    'For example: second child. Only for you to tell them apart.',
  ),
  anotherMissing: text(
    'Nhập tên để phân biệt, ví dụ: con thứ hai',
    'Give it a name, for example: second child',
  ),
  discard: text('Xóa bản nháp', 'Delete the draft'),
  discarded: text('Đã xóa bản nháp.', 'The draft was deleted.'),
  continue: text('Tiếp tục', 'Continue'),
  toReview: text('Xem lại', 'Review'),
  progress: text('Bước {step} trên {steps}', 'Step {step} of {steps}'),
  papers: text('Giấy tờ', 'Papers'),
  papersIntro: text(
    'Chụp bằng điện thoại hoặc chọn tệp có sẵn. Mỗi giấy tờ có thể gồm nhiều ảnh; hệ thống ghép thành một tệp PDF.',
    'Take photos with your phone or choose files. A paper may have several photos; they become one PDF.',
  ),
  papersNone: text(
    'Hồ sơ này không cần nộp giấy tờ nào.',
    'No papers are needed for this application.',
  ),
  papersHeld: text(
    'Giấy tờ cơ quan nhà nước tự tra cứu, bạn không phải nộp',
    'Papers that the state looks up; you need not hand them in',
  ),
  papersPresent: text(
    'Mang theo bản chính để đối chiếu khi nhận kết quả',
    'Bring the originals when you take the result',
  ),
  papersOptional: text('Nộp thêm nếu có', 'Add if you have it'),
  papersWanting: text('Còn thiếu: {names}', 'Still missing: {names}'),
  review: text('Kiểm tra trước khi nộp', 'Check your answers'),
  reviewProblems: text(
    'Còn {count} chỗ cần hoàn thành trước khi nộp',
    '{count} things to finish before you submit',
  ),
  delivery: text('Bạn muốn nhận kết quả thế nào?', 'How do you want to take the result?'),
  deliveryOnline: text('Trực tuyến, tại trang hồ sơ này', 'Online, on the page of the dossier'),
  deliveryCounter: text('Tại Trung tâm Phục vụ hành chính công', 'At the service centre'),
  deliveryPost: text('Qua bưu chính công ích', 'By post'),
  deliveryAddress: text('Địa chỉ nhận', 'Address'),
  deliveryAddressHint: text(
    'Chỉ cần khi nhận qua bưu chính: số nhà, đường, phường/xã, tỉnh/thành phố, số điện thoại',
    'Only for the post: house, street, commune, province, telephone',
  ),
  deliveryAddressMissing: text(
    'Nhập địa chỉ nhận kết quả qua bưu chính',
    'Enter the address for the post',
  ),
  declaration: text(
    'Tôi cam đoan nội dung kê khai và giấy tờ đã nộp là đúng sự thật và chịu trách nhiệm trước pháp luật.',
    'I declare that what I have stated and handed in is true, and answer for it before the law.',
  ),
  declarationMissing: text(
    'Đánh dấu vào ô cam đoan để nộp hồ sơ',
    'Tick the declaration to submit',
  ),
  submit: text('Nộp hồ sơ', 'Submit'),
  fees: text('Phí, lệ phí', 'Fees'),
  feesNone: text('Không thu phí, lệ phí', 'No fees'),
  feesSum: text('cộng {total}', '{total} in all'),
  feesLater: text('Nộp sau khi hồ sơ được tiếp nhận', 'To be paid after acceptance'),
  due: text('Thời hạn giải quyết', 'Time by law'),
  notYetKnown: text(
    'Có sau khi bạn trả lời đủ các câu hỏi',
    'Known when all questions are answered',
  ),
  saveAndLeave: text('Lưu và thoát', 'Save and leave'),
};
