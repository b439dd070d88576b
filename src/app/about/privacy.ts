import { text } from '#/values/text.ts';
import type { Article } from './article.tsx';

/** What is kept about people, why, who reads it, and what they may ask for (Luật 91/2025/QH15). */
export const privacy: Article = {
  path: '/quyen-rieng-tu',
  title: text('Dữ liệu cá nhân của bạn', 'Your personal data'),
  lead: text(
    'Chúng tôi giữ gì, để làm gì, ai đọc, và bạn có quyền gì theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.',
    'What we keep, why, who reads it, and your rights under the Law on Personal Data Protection 91/2025/QH15.',
  ),
  parts: [
    {
      title: text('Chúng tôi giữ gì', 'What we keep'),
      list: [
        text(
          'Tài khoản: họ tên, ngày sinh, giới tính, số định danh, địa chỉ, điện thoại, thư điện tử; mật khẩu chỉ giữ ở dạng đã băm, không ai đọc được.',
          'Account: name, date of birth, sex, identification number, address, telephone, e-mail; of the password only a hash that nobody can read.',
        ),
        text(
          'Hồ sơ: điều bạn khai, giấy tờ bạn gửi, trao đổi với cán bộ, kết quả, phí đã nộp.',
          'Dossiers: what you stated, the papers you sent, messages with officials, results, fees paid.',
        ),
        text(
          'Nhật ký: ai đã làm gì với hồ sơ và ai đã đọc, vào lúc nào.',
          'Records: who did what to a dossier, and who read it, when.',
        ),
      ],
      says: [
        text(
          'Chỉ hỏi điều mà thủ tục cần. Không theo dõi bạn trên trang khác, không quảng cáo, không bán hay cho ai dữ liệu.',
          'Only what the procedure needs is asked. We do not follow you on other sites, show no advertising, and sell or give data to nobody.',
        ),
      ],
    },
    {
      title: text('Để làm gì', 'What for'),
      says: [
        text(
          'Để giải quyết thủ tục mà bạn yêu cầu, lưu trữ theo pháp luật và thống kê không nêu tên. Hồ sơ đã nộp và sổ đăng ký được giữ theo thời hạn của Luật Lưu trữ 33/2024/QH15 và luật của từng lĩnh vực.',
          'To settle the procedure that you ask for, to archive as the law demands, and for statistics without names. Submitted dossiers and registers are kept for the periods of the Archives Law 33/2024/QH15 and the law of each field.',
        ),
      ],
    },
    {
      title: text('Ai đọc', 'Who reads it'),
      says: [
        text(
          'Bạn, và cán bộ đang giữ việc của hồ sơ đó: tiếp nhận, thụ lý, lãnh đạo ký, văn thư, trả kết quả. Mỗi lần cán bộ mở dữ liệu của bạn đều bị ghi lại; bạn tự xem được.',
          'You, and the officials whose work the dossier is: reception, handling, the leader who signs, records, delivery. Whenever an official opens your data it is written down, and you can see it.',
        ),
      ],
      deed: {
        title: text('Xem ai đã đọc dữ liệu của tôi', 'See who read my data'),
        href: '/toi/du-lieu',
      },
    },
    {
      title: text('Bạn có quyền', 'Your rights'),
      list: [
        text(
          'biết dữ liệu nào được giữ, ai dùng và để làm gì',
          'to know what is kept, who uses it and why',
        ),
        text('xem và sửa thông tin của mình', 'to see and correct your data'),
        text(
          'rút lại sự đồng ý, yêu cầu xóa, hạn chế hoặc phản đối việc xử lý, khi luật không buộc phải lưu',
          'to withdraw consent, and to ask for deletion, restriction or to object, where the law does not demand keeping',
        ),
        text(
          'khiếu nại, tố cáo, khởi kiện và đòi bồi thường',
          'to complain, denounce, sue and claim damages',
        ),
      ],
    },
    {
      title: text('Muốn dùng quyền đó', 'Using your rights'),
      says: [
        text(
          'Bạn sửa thông tin liên hệ ở trang Tài khoản. Các yêu cầu khác: gửi tại quầy; cơ quan trả lời trong 2 ngày làm việc (Nghị định 356/2025/NĐ-CP).',
          'You change your contact data under Account. Other requests: at the counter; they are answered within 2 working days (Decree 356/2025/NĐ-CP).',
        ),
      ],
    },
    {
      title: text('Cookie', 'Cookies'),
      says: [
        text(
          'Chỉ có cookie cần để trang chạy: phiên đăng nhập, chống giả mạo biểu mẫu, ngôn ngữ, cách hiển thị, lời báo một lần, dấu trình duyệt quen (để báo cho bạn khi có nơi lạ đăng nhập), và chữ ký cho biết trình duyệt này của tài khoản nào, để phần gõ dở khi hết phiên chỉ trả lại đúng người. Không có cookie của bên thứ ba.',
          'Only cookies that the site needs: the session, protection of forms, language, display, a notice that is shown once, a mark of browsers that you signed in with (so that we can tell you of others), and a signature that tells whose browser this is, so that typing left behind by a session goes back to nobody else. None of third parties.',
        ),
      ],
    },
    {
      title: text('Phiên bản này chưa có', 'Not there yet in this version'),
      list: [
        text(
          'Giấy tờ và dữ liệu chưa được mã hóa riêng từng trường trong kho; đơn vị vận hành phải mã hóa ổ đĩa.',
          'Papers and data are not yet encrypted field by field in the store; the operator must encrypt the disk.',
        ),
        text(
          'Chưa có nút tự tải về hoặc tự xóa dữ liệu; hãy yêu cầu tại quầy.',
          'There is no button yet to download or delete your data by yourself; ask at the counter.',
        ),
        text('Chưa đăng nhập bằng VNeID.', 'Signing in with VNeID is not there yet.'),
      ],
    },
  ],
};
