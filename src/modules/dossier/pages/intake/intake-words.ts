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
