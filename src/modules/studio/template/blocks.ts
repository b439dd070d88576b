import { text, type Text } from '#/values/text.ts';

/** A piece of a paper that can be put into a template. */
export interface Block {
  readonly key: string;
  readonly name: Text;
  readonly about: Text;
  readonly code: string;
  /** What it takes from the letterhead, which holds the forms of Decree 30/2020/NĐ-CP, appendix I. */
  readonly uses: readonly string[];
}

/** The library of blocks. */
export const blocks: readonly Block[] = [
  {
    key: 'khung',
    name: text('Khung văn bản', 'Frame of the paper'),
    about: text(
      'Quốc hiệu, cơ quan ban hành, số ký hiệu, địa danh và ngày, tên văn bản, nơi nhận, chữ ký, mã kiểm chứng',
      'National title, issuer, number, place and day, title, recipients, signature, verification code',
    ),
    code: `#show: result-paper.with(
  data,
  title: "Giấy xác nhận",
  about: "Về việc …",
  procedure: "…",
  recipients: ("Người yêu cầu",),
)`,
    uses: ['result-paper'],
  },
  {
    key: 'muc',
    name: text('Tiêu đề mục', 'Section heading'),
    about: text('Tên một phần của văn bản', 'The name of a part'),
    code: '#section("Tên mục")',
    uses: ['section'],
  },
  {
    key: 'doan',
    name: text('Đoạn văn', 'Paragraph'),
    about: text('Lời văn, có thể nhắc cơ quan ban hành', 'Words, which may name the issuer'),
    code: '#data.agency.name xác nhận nội dung sau đây là đúng.',
    uses: [],
  },
  {
    key: 'hai-thong-tin',
    name: text('Hai thông tin trên một dòng', 'Two facts on a line'),
    about: text('Hai nhãn và hai câu trả lời cạnh nhau', 'Two labels and answers side by side'),
    code: '#two-facts(("Nhãn 1", told(data, "cau_1")), ("Nhãn 2", told(data, "cau_2")))',
    uses: ['told', 'two-facts'],
  },
  {
    key: 'neu-co',
    name: text('Thông tin chỉ hiện khi có', 'A fact only when it is there'),
    about: text('Không trả lời thì bỏ cả dòng', 'Left out when there is no answer'),
    code: '#fact-if("Nhãn", told(data, "cau"))',
    uses: ['fact-if', 'told'],
  },
  {
    key: 'ngay-cap',
    name: text('Ngày cấp', 'Day of issue'),
    about: text('Ngày, tháng, năm ban hành', 'The day on which it is issued'),
    code: '#fact("Ngày cấp", written-day(data.issuedOn))',
    uses: ['fact', 'written-day'],
  },
  {
    key: 'ngay-bang-chu',
    name: text('Ngày ghi bằng chữ', 'A day in words'),
    about: text('Như trên giấy hộ tịch', 'As on civil status papers'),
    code: '#fact("Ghi bằng chữ", day-in-words(told(data, "cau_ngay")))',
    uses: ['day-in-words', 'fact', 'told'],
  },
  {
    key: 'danh-sach',
    name: text('Bảng từ câu hỏi nhiều dòng', 'A table from rows'),
    about: text('Mỗi dòng đã khai là một dòng của bảng', 'A row for each row of the form'),
    code: `#table(
  columns: (auto, 1fr),
  table.header[TT][Nội dung],
  ..data.answers.at("cau_bang", default: ()).enumerate(start: 1)
    .map(((no, row)) => ([#no], [#row.at("cau", default: "")])).flatten(),
)`,
    uses: [],
  },
  {
    key: 'le-phi',
    name: text('Số tiền đã thu', 'Fees'),
    about: text('Từng khoản phí, lệ phí của hồ sơ', 'The fees of the case'),
    code: `#for fee in data.fees [
  – #fee.key: #grouped(fee.amount * fee.quantity) đồng \\
]`,
    uses: ['grouped'],
  },
];
