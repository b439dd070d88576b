import { text } from '#/values/text.ts';

/** What the start page of a service says. */
export const startWords = {
  time: text('Bao lâu', 'How long'),
  fee: text('Bao nhiêu tiền', 'How much'),
  authority: text('Ai giải quyết', 'Who decides'),
  apply: text('Nộp trực tuyến', 'Apply online'),
  book: text('Đặt lịch đến quầy', 'Book a time at a desk'),
  check: text('Kiểm tra nhanh', 'Quick check'),
  partialNote: text(
    'Trực tuyến một phần: bạn gửi hồ sơ qua mạng, rồi đến nơi tiếp nhận một lần.',
    'Partly online: you send your papers here, then come to the counter once.',
  ),
  tabNeeded: text('Cần chuẩn bị gì', 'What you need'),
  tabFull: text('Nội dung đầy đủ', 'Full text'),

  papers: text('Giấy tờ', 'Papers'),
  papersCheck: text(
    'Không phải ai cũng cần tất cả. Kiểm tra nhanh để biết đúng những gì bạn cần.',
    'Not everybody needs all of them. The quick check shows exactly which ones you need.',
  ),
  reuse: text(
    'Không phải nộp nếu đã có trong {source}.',
    'Not needed when it is found in {source}.',
  ),
  conditional: text('tùy trường hợp', 'in some cases'),
  sets: text('Số lượng hồ sơ: {n} bộ.', 'Number of sets: {n}.'),
  lawTime: text('Theo quy định', 'By law'),
  realTime: text('Thực tế gần đây', 'Lately, in fact'),
  halfWithin: text(
    'Một nửa số người nhận kết quả trong {wait}.',
    'Half of the people had the result within {wait}.',
  ),
  mostWithin: text('8 trên 10 người: trong {wait}.', '8 out of 10: within {wait}.'),
  nearlyAllWithin: text('19 trên 20 người: trong {wait}.', '19 out of 20: within {wait}.'),
  countedFrom: text(
    'Tính từ {n} hồ sơ đã xong kể từ {since}, từ lúc nộp đến lúc có kết quả.',
    'Counted over {n} closed applications since {since}, from applying to the result.',
  ),
  tooFew: text(
    'Chưa đủ số liệu: cần ít nhất {least} hồ sơ đã xong, nay có {n}.',
    'Too few figures yet: at least {least} closed applications are needed, there are {n}.',
  ),
  feeCases: text('Ví dụ cụ thể', 'Worked examples'),
  feeCasesHint: text(
    'Các trường hợp dưới đây được hệ thống tính lại mỗi khi quy định thay đổi.',
    'These cases are computed anew whenever the rules change.',
  ),
  case: text('Trường hợp', 'Case'),
  channel: text('Cách nộp', 'Channel'),
  amount: text('Số tiền', 'Amount'),
  free: text('Không thu', 'Free'),
  where: text('Nộp ở đâu', 'Where to apply'),
  result: text('Bạn nhận được gì', 'What you receive'),
  who: text('Ai được làm', 'Who may apply'),

  seven: text(
    'Bảy nội dung bắt buộc công bố (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2)',
    'The seven parts that must be published (Decree 63/2010/NĐ-CP, article 8, clause 2)',
  ),
  part1: text('1. Tên thủ tục', '1. Name'),
  part2: text('2. Trình tự thực hiện', '2. Steps'),
  part3: text('3. Cách thức thực hiện', '3. Ways to apply'),
  part4: text('4. Thành phần, số lượng hồ sơ', '4. Papers and number of sets'),
  part5: text('5. Thời hạn giải quyết', '5. Time limit'),
  part6: text('6. Đối tượng thực hiện', '6. Who may apply'),
  part7: text('7. Cơ quan thực hiện', '7. Authority'),
  others: text('Nội dung khác', 'Other parts'),
  code: text('Mã thủ tục: {code}', 'Code: {code}'),
  fees: text('Phí, lệ phí', 'Fees'),
  conditions: text('Yêu cầu, điều kiện', 'Conditions'),
  noConditions: text('Không có.', 'None.'),
  results: text('Kết quả', 'Result'),
  bases: text('Căn cứ pháp lý', 'Legal bases'),
  jurisdiction: text('Thẩm quyền', 'Jurisdiction'),
  edition: text(
    'Phiên bản {no}, có hiệu lực từ {from}. Mã băm SHA-256: {hash}',
    'Version {no}, in force from {from}. SHA-256: {hash}',
  ),
} as const;
