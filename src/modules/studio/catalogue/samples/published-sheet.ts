import type { Block } from '../docx-blocks.ts';

const p = (words: string): Block => ({ kind: 'paragraph', words });

/** An invented procedure as the national portal prints it: headings, lines, and tables. */
export const publishedSheet: readonly Block[] = [
  p('CHI TIẾT THỦ TỤC HÀNH CHÍNH'),
  {
    kind: 'table',
    rows: [
      ['Mã thủ tục:', '2.099998'],
      ['Số quyết định:', '99/QĐ-BTP'],
      ['Tên thủ tục:', 'Cấp bản sao trích lục hộ tịch'],
      ['Cấp thực hiện:', 'Cấp Xã'],
      ['Loại thủ tục:', 'TTHC được luật giao quy định chi tiết'],
      ['Lĩnh vực:', 'Hộ tịch'],
    ],
  },
  p('Trình tự thực hiện:'),
  p('- Người có yêu cầu nộp hồ sơ.'),
  p('- Cơ quan tra cứu Cơ sở dữ liệu hộ tịch, cấp bản sao.'),
  p('Cách thức thực hiện:'),
  {
    kind: 'table',
    rows: [
      ['Hình thức nộp', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả'],
      [
        'Trực tiếp',
        '01 ngày làm việc',
        'Phí: 8.000 đồng/bản',
        'Nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo',
      ],
      ['Trực tuyến', '01 ngày làm việc', 'Phí: 8.000 đồng/bản', ''],
      ['Dịch vụ bưu chính', '01 ngày làm việc', 'Phí: 8.000 đồng/bản', ''],
    ],
  },
  p('Thành phần hồ sơ:'),
  p('Giấy tờ phải nộp:'),
  {
    kind: 'table',
    rows: [
      ['Tên giấy tờ', 'Mẫu đơn, tờ khai', 'Số lượng'],
      ['Đơn đề nghị cấp bản sao trích lục theo mẫu', 'Mẫu 1.docx', 'Bản chính: 1\nBản sao: 0'],
      ['Văn bản ủy quyền', '', 'Bản chính: 1\nBản sao: 0'],
      ['Lưu ý: người nộp xuất trình căn cước', '', 'Bản chính: 0\nBản sao: 0'],
    ],
  },
  p('Số lượng hồ sơ: 01 (một) bộ'),
  p('Đối tượng thực hiện: Công dân Việt Nam, Người nước ngoài'),
  p('Cơ quan thực hiện: Ủy ban nhân dân cấp xã'),
  p('Cơ quan có thẩm quyền: Không có thông tin'),
  p('Kết quả thực hiện: Bản sao trích lục hộ tịch'),
  p('Căn cứ pháp lý:'),
  {
    kind: 'table',
    rows: [
      ['Số ký hiệu', 'Trích yếu', 'Ngày ban hành', 'Cơ quan ban hành'],
      ['60/2014/QH13', 'Luật Hộ tịch', '20-11-2014', 'Quốc hội'],
      [
        '123/2015/NĐ-CP',
        'Quy định chi tiết một số điều của Luật Hộ tịch',
        '15-11-2015',
        'Chính phủ',
      ],
    ],
  },
  p('Yêu cầu, điều kiện thực hiện: Không'),
];
