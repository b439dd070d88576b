import type { Site } from '#/ui/index.ts';
import { text } from '#/values/text.ts';
import type { Article } from './article.tsx';

/** How to apply, what to do when stuck, and which person helps. */
export function help(site: Site): Article {
  return {
    path: '/tro-giup',
    title: text('Trợ giúp và liên hệ', 'Help and contact'),
    lead: text(
      'Cách nộp hồ sơ, chụp giấy tờ, và gặp người thật khi bạn bị vướng.',
      'How to apply, how to photograph papers, and how to reach a person when you are stuck.',
    ),
    parts: [
      {
        title: text('Nói chuyện với một người', 'Talk to a person'),
        says: [
          ...site.contact,
          text(
            'Ở quầy có máy tính và người giúp bạn kê khai, miễn phí. Bạn vẫn nộp được bằng giấy.',
            'At the counter there is a computer and somebody who helps you to fill in, free of charge. You may still apply on paper.',
          ),
        ],
      },
      {
        title: text('Nộp hồ sơ, từng bước', 'Applying, step by step'),
        steps: howToApply,
        deed: { title: text('Tìm dịch vụ', 'Find a service'), href: '/dich-vu' },
      },
      { title: text('Chụp giấy tờ bằng điện thoại', 'Photographing papers'), list: photos },
      { title: text('Câu hỏi thường gặp', 'Common questions'), questions },
    ],
  };
}

const howToApply = [
  {
    title: text('Tìm dịch vụ', 'Find the service'),
    note: text(
      'Gõ như bạn vẫn nói: “làm giấy khai sinh cho con”. Không cần gõ dấu.',
      'Type what you would say: “birth certificate for my child”. Vietnamese works without diacritics too.',
    ),
  },
  {
    title: text('Xem cần gì', 'See what is needed'),
    note: text(
      'Trả lời vài câu để biết bạn làm được không, cần giấy tờ nào, bao lâu, bao nhiêu tiền.',
      'Answer a few questions to learn whether you can apply, which papers you need, how long it takes and what it costs.',
    ),
  },
  {
    title: text('Đăng nhập và kê khai', 'Sign in and fill in'),
    note: text(
      'Mỗi trang một câu. Bản nháp được lưu lại; bạn có thể nghỉ và làm tiếp trên máy khác.',
      'One question per page. The draft is kept for you; you may stop and go on with another device.',
    ),
  },
  {
    title: text('Gửi giấy tờ', 'Send the papers'),
    note: text(
      'Chụp bằng điện thoại là đủ. Bạn thấy ngay bản sẽ gửi đi.',
      'Photos from a phone are enough. You see at once what will be sent.',
    ),
  },
  {
    title: text('Xem lại và nộp', 'Check and submit'),
    note: text(
      'Bạn nhận mã hồ sơ và mã tra cứu. Hãy giữ cả hai.',
      'You get a dossier code and a tracking code. Keep both.',
    ),
  },
  {
    title: text('Theo dõi và nhận kết quả', 'Follow it and get the result'),
    note: text(
      'Mọi tin nằm ở “Hồ sơ của tôi” và “Hộp thư”: cần bổ sung gì, ngày hẹn trả, kết quả.',
      'Everything is told in “My dossiers” and “Messages”: what to add, when it is due, the result.',
    ),
  },
];

const photos = [
  text(
    'Đặt giấy trên nền sẫm màu, nơi đủ sáng, không bị bóng tay che.',
    'Lay the paper on a dark surface in good light, without the shadow of your hand.',
  ),
  text(
    'Giữ máy song song với mặt giấy, thấy đủ bốn góc.',
    'Hold the phone level above it, with all four corners in the picture.',
  ),
  text(
    'Mỗi trang một ảnh; chụp cả mặt sau nếu có chữ.',
    'One photo per page; the back too if anything is written there.',
  ),
  text(
    'Phóng to ảnh: đọc được chữ nhỏ nhất là được. Nếu mờ, hãy chụp lại.',
    'Zoom in: if you can read the smallest print, it is good. If it is blurred, take it again.',
  ),
  text(
    'Nhận ảnh JPEG, PNG, WebP, HEIC, tệp PDF và Word (.docx), mỗi tệp tối đa 20 MB.',
    'JPEG, PNG, WebP and HEIC photos, PDF and Word (.docx) files are taken, each up to 20 MB.',
  ),
];

const questions = [
  {
    asked: text('Tôi quên mật khẩu', 'I forgot my password'),
    answer: text(
      'Mang thẻ căn cước đến quầy; cán bộ kiểm tra và đặt lại mật khẩu. Hồ sơ và bản nháp của bạn vẫn còn.',
      'Bring your identity card to the counter; an official checks it and resets the password. Your dossiers and drafts are kept.',
    ),
  },
  {
    asked: text('Tôi nộp nhầm thì làm thế nào?', 'I submitted something wrong'),
    answer: text(
      'Mở hồ sơ trong “Hồ sơ của tôi” rồi viết cho cán bộ ở mục “Trao đổi”, hoặc bấm “Rút hồ sơ” để nộp lại từ đầu.',
      'Open the dossier in “My dossiers” and write to the official under Messages, or withdraw it and apply again.',
    ),
  },
  {
    asked: text('Cơ quan yêu cầu bổ sung, tôi làm gì?', 'I am asked to add something'),
    answer: text(
      'Mở hồ sơ: yêu cầu nằm ở đầu trang, chỉ đúng ô hoặc giấy tờ cần sửa. Trong lúc chờ bạn, thời hạn giải quyết tạm dừng.',
      'Open the dossier: the request is at the top and points to the field or paper. While it waits for you, the clock of the authority stands still.',
    ),
  },
  {
    asked: text('Hồ sơ quá hạn thì sao?', 'What if my dossier is late?'),
    answer: text(
      'Bạn tự động nhận thư xin lỗi kèm ngày hẹn mới ngay khi hết hạn cũ; không phải hỏi.',
      'You get an apology with a new date as soon as the old one has passed, without asking.',
    ),
  },
  {
    asked: text('Tôi làm hộ người khác được không?', 'May I apply for somebody else?'),
    answer: text(
      'Được, khi thủ tục cho phép: tờ khai có câu hỏi ai là người được làm hộ và cần giấy tờ gì, ví dụ văn bản ủy quyền.',
      'Yes, where the procedure allows it: the form asks for whom, and which papers are needed, such as an authorisation.',
    ),
  },
  {
    asked: text('Tra cứu hồ sơ không cần đăng nhập', 'Tracking without signing in'),
    answer: text(
      'Vào “Tra cứu hồ sơ”, nhập mã hồ sơ và mã tra cứu in trên giấy hẹn. Trang này không hiện thông tin cá nhân.',
      'Go to “Track a dossier”, enter the dossier code and the tracking code from your receipt. No personal data is shown there.',
    ),
  },
  {
    asked: text('Giấy tôi nhận có thật không?', 'How do I know that a paper from you is genuine?'),
    answer: text(
      'Quét mã QR trên giấy, hoặc nhập mã kiểm chứng ở trang /kiem-chung. Trang này cho biết giấy do cơ quan nào ban hành, ngày nào.',
      'Scan the QR code on it, or enter its verification code at /kiem-chung. The page says which authority issued it, and when.',
    ),
  },
];
