import { text } from '#/values/text.ts';

/** What the quick check says. */
export const checkWords = {
  title: text('Kiểm tra nhanh: {service}', 'Quick check: {service}'),
  lead: text(
    'Trả lời vài câu để biết bạn có nộp được không, cần giấy tờ gì, bao nhiêu tiền, bao lâu thì xong. Câu trả lời không được lưu lại.',
    'Answer a few questions to learn whether you may apply, what you need, what it costs and how long it takes. Nothing is kept.',
  ),
  channel: text('Bạn định nộp bằng cách nào?', 'How will you apply?'),
  see: text('Xem kết quả', 'See the result'),
  may: text('Bạn có thể nộp thủ tục này', 'You can apply'),
  mayNote: text(
    'Kết quả này dựa vào câu trả lời của bạn; cán bộ vẫn kiểm tra lại khi nhận hồ sơ.',
    'This rests on your answers; staff check them again when they receive the papers.',
  ),
  mayNot: text('Bạn chưa nộp được thủ tục này', 'You cannot apply yet'),
  needed: text('Giấy tờ bạn cần', 'The papers you need'),
  noPapers: text('Bạn không phải chuẩn bị giấy tờ nào.', 'You need no papers.'),
  because: text('Căn cứ: {basis}', 'Legal basis: {basis}'),
  fee: text('Bạn phải trả', 'What you pay'),
  total: text('Cộng', 'Total'),
  free: text('Không mất tiền', 'Free of charge'),
  unknownFee: text(
    'Số tiền tùy vào những gì bạn khai trong tờ khai; hệ thống tính trước khi bạn nộp.',
    'The amount depends on what you state in the form; it is computed before you apply.',
  ),
  feeName: text('Khoản', 'Item'),
  quantity: text('Số lượng', 'Quantity'),
  sum: text('Thành tiền', 'Amount'),
  time: text('Thời hạn', 'Time limit'),
  unknownTime: text(
    'Thời hạn tùy trường hợp; xem quy định ở trang dịch vụ.',
    'It depends on the case; see the service page.',
  ),
  answers: text('Câu trả lời của bạn', 'Your answers'),
  change: text('Đổi câu trả lời', 'Change the answers'),
} as const;
