import { text, type Text } from '#/values/text.ts';
import type { WalletPartProps } from './wallet-part.tsx';

type Words = Readonly<Record<string, Text>>;

const shared = {
  broken: text(
    'Ví không mở được trong trình duyệt này. Hãy thử trình duyệt khác, hoặc dùng bản giấy.',
    'The wallet does not open in this browser. Try another one, or use the paper.',
  ),
  hour: text('giờ', 'h'),
  passphraseShort: text('Mật khẩu phải có ít nhất 12 ký tự.', 'Use at least 12 characters.'),
};

const passphraseHint = text(
  'Ít nhất 12 ký tự, ví dụ vài từ dễ nhớ. Chúng tôi không giữ mật khẩu này và không lấy lại được.',
  'At least 12 characters, for example some words. We do not keep it and cannot bring it back.',
);

const list: Words = {
  ...shared,
  wallet: text('Ví trong trình duyệt này', 'The wallet in this browser'),
  empty: text(
    'Ví còn trống. Chọn một kết quả ở trên để lấy vào ví.',
    'The wallet is empty. Take one of the results above into it.',
  ),
  show: text('Cho ai đó xem', 'Show somebody'),
  takenAt: text('Lấy lúc {at}', 'Taken at {at}'),
  says: text('Xem nội dung', 'What it says'),
  notInBackup: text(
    'Không có trong bản sao lưu, vì được lấy trước khi đặt mật khẩu sao lưu. Lấy lại để có.',
    'Not in the backup, since it was taken before there was a backup passphrase. Take it again to have it there.',
  ),
  drop: text('Xóa khỏi trình duyệt này', 'Remove from this browser'),
  dropSure: text(
    'Xóa giấy tờ này khỏi trình duyệt? Bạn có thể lấy lại từ kết quả.',
    'Remove it from this browser? You can take it again from the result.',
  ),
  history: text('Đã cho ai xem', 'Who saw what'),
  shownOnce: text(
    '{at}: {asker} ({purpose}) đã xem {claims} trong {name}',
    '{at}: {asker} ({purpose}) saw {claims} of {name}',
  ),
  backup: text('Sao lưu và khôi phục', 'Backup and restore'),
  backupSays: text(
    'Tải bản sao lưu về và cất ở nơi khác. Chỉ mật khẩu sao lưu mở được tệp này.',
    'Download the backup and keep it elsewhere. Only your backup passphrase opens the file.',
  ),
  noBackup: text(
    'Đặt mật khẩu sao lưu, rồi những giấy tờ lấy từ đó về sau có trong bản sao lưu.',
    'Set a backup passphrase; what you take from then on is in the backup.',
  ),
  passphrase: text('Mật khẩu sao lưu', 'Backup passphrase'),
  passphraseHint,
  set: text('Đặt mật khẩu sao lưu', 'Set the backup passphrase'),
  save: text('Tải bản sao lưu', 'Download the backup'),
  restoreTitle: text('Khôi phục từ bản sao lưu', 'Restore from a backup'),
  file: text('Tệp sao lưu', 'Backup file'),
  filePassphrase: text('Mật khẩu của tệp đó', 'Passphrase of that file'),
  noFile: text('Chọn tệp sao lưu.', 'Choose the backup file.'),
  restore: text('Khôi phục', 'Restore'),
  restored: text('Đã khôi phục {count} giấy tờ.', 'Restored: {count}.'),
  notRestored: text(
    'Không mở được: sai mật khẩu, hoặc đây không phải tệp sao lưu của ví.',
    'It does not open: the passphrase is wrong, or this is no backup of the wallet.',
  ),
};

const take: Words = {
  ...shared,
  takeHere: text('Lấy vào ví của trình duyệt này', 'Take it into the wallet of this browser'),
  takeHereSays: text(
    'Khóa của giấy tờ được tạo trong trình duyệt này và không rời khỏi đây.',
    'The key of the credential is made in this browser and does not leave it.',
  ),
  passphraseNew: text('Mật khẩu sao lưu (nên có)', 'Backup passphrase (advised)'),
  passphraseNewHint: text(
    'Ít nhất 12 ký tự, để khôi phục ví khi mất máy. Chúng tôi không giữ mật khẩu này. Để trống thì không sao lưu được.',
    'At least 12 characters, to restore the wallet when the device is lost. We do not keep it. Left empty there is no backup.',
  ),
  takeNow: text('Lấy vào ví này', 'Take it into this wallet'),
  notTaken: text(
    'Chưa lấy được. Mã có thể đã hết hạn: hãy quay lại và lấy mã mới.',
    'It was not taken. Perhaps the code has ended: go back and ask for a new one.',
  ),
};

const show: Words = {
  ...shared,
  link: text('Liên kết của người hỏi', "The asker's link"),
  linkHint: text(
    'Quét mã của người hỏi bằng máy ảnh, hoặc dán liên kết họ gửi vào đây.',
    "Scan the asker's code with the camera, or paste the link that they sent.",
  ),
  open: text('Mở yêu cầu', 'Open the request'),
  badLink: text(
    'Đây không phải liên kết hỏi giấy tờ.',
    'This is no link that asks for a credential.',
  ),
  badRequest: text(
    'Không mở được yêu cầu này: nó đã hết hạn, đã được ví khác đọc, hoặc không được tạo ở trang này. Hãy xin người hỏi một mã mới.',
    'This request does not open: it has ended, another wallet has read it, or it was not made on this site. Ask for a new code.',
  ),
  who: text('Ai hỏi và để làm gì', 'Who asks, and what for'),
  asker: text('Người hỏi', 'Who asks'),
  purpose: text('Việc cần', 'What for'),
  site: text('Gửi đến', 'Sent to'),
  unsaid: text('Không nói', 'Not said'),
  unchecked: text(
    'Tên và việc do người hỏi tự ghi; trang này không kiểm tra. Chỉ đồng ý khi bạn biết họ là ai.',
    'Name and purpose are what the asker wrote; this site does not check them. Agree only if you know who it is.',
  ),
  willSee: text('{name}: họ sẽ thấy', '{name}: they will see'),
  which: text('Dùng bản lấy lúc', 'Use the one taken at'),
  missing: text(
    'Ví này không có giấy tờ phù hợp: {name}. Hãy lấy nó vào ví trước.',
    'This wallet has nothing that fits: {name}. Take it into the wallet first.',
  ),
  agree: text('Đồng ý cho xem', 'Agree and show'),
  refuse: text('Không cho xem', 'Do not show'),
  sent: text(
    'Đã cho xem. Không có thông tin nào khác được gửi đi.',
    'It was shown. Nothing else was sent.',
  ),
  declined: text('Không có gì được cho xem.', 'Nothing was shown.'),
  notSent: text(
    'Chưa gửi được: yêu cầu có thể đã hết hạn. Hãy xin người hỏi một mã mới.',
    'It did not arrive: perhaps the request has ended. Ask for a new code.',
  ),
};

export const walletWords: Readonly<Record<WalletPartProps['part'], Words>> = { list, take, show };

/** How it goes without scripts: by paper, or by a wallet that is an application. */
export const withoutWallet: Readonly<Record<WalletPartProps['part'], Text>> = {
  list: text(
    'Ví trong trình duyệt cần JavaScript. Không có nó, bạn vẫn dùng được bản giấy, hoặc lấy kết quả vào một ứng dụng ví trên điện thoại.',
    'The wallet in the browser needs JavaScript. Without it the paper serves as well, or a wallet application on your phone.',
  ),
  take: text(
    'Trình duyệt này không có JavaScript, nên hãy quét mã dưới đây bằng ứng dụng ví trên điện thoại.',
    'Without JavaScript in this browser, scan the code below with a wallet application on your phone.',
  ),
  show: text(
    'Cho xem từ ví trong trình duyệt cần JavaScript. Không có nó, hãy đưa bản giấy: ai cũng kiểm chứng được bằng mã QR in trên giấy.',
    'Showing from the wallet in the browser needs JavaScript. Without it show the paper: anybody can verify it by the QR code printed on it.',
  ),
};
