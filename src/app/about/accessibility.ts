import { text } from '#/values/text.ts';
import type { Article } from './article.tsx';

/** What people with disabilities can expect of this site, and what does not work yet. */
export const accessibility: Article = {
  path: '/tiep-can',
  title: text('Tuyên bố về khả năng tiếp cận', 'Accessibility statement'),
  lead: text(
    'Ai cũng phải tự nộp được hồ sơ: dùng bàn phím, trình đọc màn hình, chữ lớn, máy cũ hay mạng chậm.',
    'Everybody should be able to apply by themselves: with a keyboard, a screen reader, large text, an old phone or a slow network.',
  ),
  parts: [
    {
      title: text('Bạn có thể', 'You can'),
      list: [
        text(
          'phóng trang dành cho người dân đến 400 %, hoặc dùng màn hình hẹp 320 điểm ảnh mà không phải kéo ngang',
          'zoom citizens’ pages to 400 %, or use a screen 320 pixels wide, without scrolling sideways',
        ),
        text(
          'chọn chữ lớn, tương phản cao, nền tối ở mục Hiển thị trên đầu trang; máy nhớ lựa chọn',
          'choose large text, high contrast or a dark background under Display at the top; it is remembered',
        ),
        text(
          'làm mọi việc bằng bàn phím, và nghe trang bằng trình đọc màn hình',
          'do everything by keyboard, and listen with a screen reader',
        ),
        text('dùng mọi trang khi JavaScript bị tắt', 'use every page with JavaScript switched off'),
        text('in mọi trang trên giấy A4', 'print every page on A4'),
      ],
    },
    {
      title: text('Mức chúng tôi hướng tới', 'The level we aim for'),
      says: [
        text(
          'WCAG 2.2 mức AA. Chữ trên trang có độ tương phản từ 7:1 với nội dung chính. Màu không bao giờ đứng một mình: luôn kèm biểu tượng và chữ.',
          'WCAG 2.2 level AA. Body text has a contrast of at least 7:1. Colour never speaks alone: an icon and words stand beside it.',
        ),
      ],
    },
    {
      title: text('Chúng tôi đã kiểm tra thế nào', 'How it was tested'),
      says: [
        text(
          'Mỗi lần sửa phần mềm, máy chạy thử các hành trình nộp và xử lý hồ sơ: một lượt không có JavaScript, một lượt trong trình duyệt thật với bộ kiểm tra axe. Độ tương phản của bảng màu được tính bằng máy. Máy chỉ tìm ra được một phần lỗi.',
          'With every change of the software, the journeys of applying and processing are walked by machine: once without JavaScript, once in a real browser with the checker axe. The contrast of the colours is computed. Machines find only some of the faults.',
        ),
      ],
    },
    {
      title: text('Những chỗ chưa tốt', 'What is not good yet'),
      list: [
        text(
          'Chưa có người khuyết tật dùng thử có hệ thống, và chưa có đơn vị độc lập đánh giá.',
          'People with disabilities have not yet tried it systematically, and nobody independent has audited it.',
        ),
        text(
          'Giấy tờ do người dân chụp là ảnh: trình đọc màn hình không đọc được chữ trong ảnh.',
          'Papers photographed by applicants are pictures: a screen reader cannot read their words.',
        ),
        text(
          'Giấy do cơ quan cấp là PDF có gắn thẻ (PDF/UA-1) theo phép kiểm của chương trình tạo ra nó; chưa được kiểm bằng công cụ khác.',
          'Papers we issue are tagged PDFs (PDF/UA-1) by the rules of the program that makes them; no other tool has checked them.',
        ),
        text(
          'Chưa có ngôn ngữ ký hiệu, chữ nổi, bản dễ đọc và tiếng dân tộc thiểu số.',
          'There is no sign language, braille, easy-to-read version or minority language yet.',
        ),
        text(
          'Nút “Nghe đọc” cần giọng tiếng Việt trên máy của bạn.',
          'The button “Listen” needs a Vietnamese voice on your device.',
        ),
      ],
    },
    {
      title: text('Gặp chỗ không dùng được?', 'Found something that does not work?'),
      says: [
        text(
          'Hãy nói với cán bộ ở quầy, hoặc nhờ người thân gọi giúp: trang nào, bạn dùng thiết bị gì. Trong khi chờ sửa, quầy nhận hồ sơ của bạn bằng giấy. Nếu chưa được giải quyết, bạn có quyền khiếu nại với Ủy ban nhân dân theo Luật Khiếu nại.',
          'Tell the counter, or ask somebody to call for you: which page, and with what device. Until it is mended the counter takes your dossier on paper. If that does not help, you may complain to the People’s Committee under the Law on Complaints.',
        ),
      ],
      links: [{ title: text('Trợ giúp và liên hệ', 'Help and contact'), href: '/tro-giup' }],
    },
  ],
};
