import { text } from '#/values/text.ts';

/** Words of the pages on which officials enter paper dossiers. */
export const intakeWords = {
  title: text('Nhận hồ sơ giấy', 'Enter a paper dossier'),
  intro: text(
    'Nhập hồ sơ mà người dân nộp tại quầy hoặc gửi qua bưu chính. Bản giấy được quét và lưu kèm; người nộp nhận tin và theo dõi được như hồ sơ trực tuyến.',
    'Enter what came to the counter or by post. The papers are scanned and kept with it; the applicant is told and can follow it as if it had been filed online.',
  ),
  procedure: text('Thủ tục', 'Procedure'),
  procedureMissing: text('Chọn thủ tục', 'Choose the procedure'),
  channel: text('Hồ sơ đến bằng cách nào?', 'How did it come in?'),
  direct: text('Người nộp đến quầy', 'Brought to the counter'),
  postal: text('Gửi qua bưu chính công ích', 'Sent by post'),
  channelMissing: text('Chọn cách hồ sơ đến', 'Choose how it came in'),
  channelWrong: text(
    'Thủ tục này không nhận hồ sơ bằng cách đó',
    'This procedure does not take dossiers that way',
  ),
  personalId: text(
    'Số định danh cá nhân của người nộp',
    'Personal identification number of the applicant',
  ),
  personalIdHint: text('12 chữ số trên thẻ căn cước', '12 digits on the identity card'),
  begin: text('Bắt đầu nhập', 'Begin'),
  newTitle: text('Người nộp chưa có trong hệ thống', 'This person is not known yet'),
  newIntro: text(
    'Nhập theo giấy tờ tùy thân của người nộp.',
    'Enter what the identity paper says.',
  ),
  number: text('Số định danh cá nhân', 'Personal identification number'),
  fullName: text('Họ, chữ đệm, tên', 'Full name'),
  bornOn: text('Ngày sinh', 'Born'),
  sex: text('Giới tính', 'Sex'),
  male: text('Nam', 'Male'),
  female: text('Nữ', 'Female'),
  phone: text('Điện thoại', 'Telephone'),
  address: text('Nơi cư trú', 'Address'),
  register: text('Ghi nhận và bắt đầu nhập', 'Register and begin'),
  begun: text(
    'Đang nhập hồ sơ của {name}, sinh {born}.',
    'Entering the dossier of {name}, born {born}.',
  ),
  resume: text('Đang nhập dở', 'Begun'),
  resumeDo: text('Nhập tiếp', 'Go on'),
  accountTitle: text('Xác minh tài khoản', 'Verify an account'),
  accountIntro: text(
    'Người mở tài khoản từ nhà chỉ thấy hồ sơ do chính tài khoản đó nộp. Khi người đó mang thẻ căn cước đến quầy, hãy đối chiếu rồi xác minh; họ sẽ thấy cả hồ sơ nộp tại quầy.',
    'Whoever opened an account from home sees only what that account filed. When the person brings the identity card to the counter, compare it and verify; then they also see what was filed at the counter.',
  ),
  accountNumber: text(
    'Số định danh trên thẻ căn cước của người đến quầy',
    'Number on the identity card of the person at the counter',
  ),
  accountFind: text('Tìm', 'Find'),
  accountUnknown: text(
    'Chưa có ai mang số này trong hệ thống. Kiểm tra lại số trên thẻ',
    'Nobody with this number is known. Check the number on the card',
  ),
  accountNone: text(
    'Người này chưa có tài khoản trực tuyến.',
    'This person has no account of their own.',
  ),
  accountVerified: text(
    'Tài khoản của người này đã được xác minh, không cần làm gì thêm.',
    'The account of this person is verified already; there is nothing to do.',
  ),
  accountClaimed: text(
    'Có tài khoản tự mở {at}, chưa ai đối chiếu thẻ căn cước.',
    'There is an account that was opened from home at {at}; nobody has seen the card.',
  ),
  accountCompare: text(
    'So ảnh, họ tên, ngày sinh trên thẻ với người đang ở quầy và với thông tin trên. Nếu không khớp, đừng xác minh: có thể ai đó đã mở tài khoản bằng số của người khác; hãy sửa theo thẻ ở phần bên dưới.',
    'Compare photo, name and date of birth on the card with the person at the counter and with the data above. If they differ, do not verify: somebody may have used another person’s number; correct it by the card below.',
  ),
  accountSeen: text(
    'Tôi đã đối chiếu thẻ căn cước bản gốc với người đang ở quầy và với thông tin trên.',
    'I compared the original identity card with the person at the counter and with the data above.',
  ),
  accountSeenMissing: text(
    'Đánh dấu khi đã đối chiếu thẻ căn cước',
    'Tick when you have compared the card',
  ),
  accountDo: text('Xác minh tài khoản', 'Verify the account'),
  accountDone: text(
    'Đã xác minh tài khoản của {name} và báo cho người đó.',
    'The account of {name} is verified, and the person is told.',
  ),
  accountPurpose: text(
    'Đối chiếu thẻ căn cước để xác minh tài khoản',
    'Comparing the identity card to verify the account',
  ),
  cardDiffers: text('Thông tin trên khác với thẻ căn cước?', 'Does the card say something else?'),
  cardIntro: text(
    'Nhập đúng như trên thẻ. Hệ thống sửa thông tin, lưu lại thông tin cũ, xác minh tài khoản và thoát mọi thiết bị đang dùng nó; mật khẩu cũ không dùng được nữa. Người đang ở quầy nhận mã để tự đặt mật khẩu.',
    'Type what stands on the card. The data are corrected, what was there before is kept, the account is verified and signed out everywhere; the old password works no more. The person at the counter gets a code to set their own.',
  ),
  cardName: text('Họ và tên trên thẻ', 'Full name on the card'),
  cardBorn: text('Ngày sinh trên thẻ', 'Date of birth on the card'),
  cardSeen: text(
    'Tôi đã đối chiếu thẻ căn cước bản gốc với người đang ở quầy.',
    'I compared the original identity card with the person at the counter.',
  ),
  cardDo: text('Sửa theo thẻ và cấp mã', 'Correct it by the card and issue a code'),
  codeIntro: text(
    'Người chưa có tài khoản hoặc quên mật khẩu nhận một mã trên giấy và tự đặt mật khẩu ở nhà. Đừng bao giờ đặt mật khẩu thay người dân.',
    'Who has no account or forgot the password gets a code on paper and sets a password at home. Never set a password for somebody else.',
  ),
  codeDo: text('Cấp mã đặt mật khẩu', 'Issue a code to set a password'),
  codeOpen: text('Mở tài khoản và cấp mã đặt mật khẩu', 'Open an account and issue a code'),
  codeTitle: text('Mã đặt mật khẩu', 'Code to set a password'),
  codeGive: text(
    'Trao mã này cho {name}. Mã chỉ hiện một lần; mã cấp trước đó không dùng được nữa.',
    'Give this code to {name}. It is shown once; earlier codes work no more.',
  ),
  codeUse: text(
    'Người nhận mở trang {page}, nhập số định danh và mã này trước {until}.',
    'The person opens {page} and enters their number and this code before {until}.',
  ),
  codeBack: text('Xong', 'Done'),
  accountPrompt: text(
    'Người nộp có tài khoản tự mở, chưa được xác minh nên chưa thấy hồ sơ nộp tại quầy. Nếu người đó đang ở đây với thẻ căn cước, hãy xác minh ngay.',
    'The applicant has an account of their own that is not verified, so it does not show what is filed at the counter. If the person is here with the identity card, verify it now.',
  ),
  state: text('Tài khoản', 'Account'),
  purpose: text('Nhận hồ sơ giấy tại quầy', 'Taking in a paper dossier'),
  identity: text('Thông tin nhân thân', 'Personal particulars'),
  signed: text(
    'Người nộp đã ký cam đoan trên tờ khai giấy; bản giấy đã được đối chiếu với nội dung nhập.',
    'The applicant signed the declaration on paper; the papers agree with what was entered.',
  ),
  signedMissing: text(
    'Đánh dấu khi người nộp đã ký và đã đối chiếu',
    'Tick when it is signed and compared',
  ),
  finish: text('Nhận hồ sơ', 'Take the dossier in'),
  taken: text(
    'Đã nhận hồ sơ {code}. Hãy tiếp nhận và trao giấy hẹn.',
    'Dossier {code} was taken in. Accept it and hand over the receipt.',
  ),
};
