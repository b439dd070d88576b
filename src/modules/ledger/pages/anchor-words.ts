import { text } from '#/values/text.ts';

export const anchorWords = {
  title: text('Neo ra bên ngoài', 'Anchored outside'),
  lead: text(
    'Cứ mười phút, dấu vân tay của cả sổ được gửi cho nơi mà cơ quan này không sửa được. Sửa sổ về sau thì không khớp với dấu ở đó.',
    'Every ten minutes the fingerprint of the whole ledger goes to a place that this office cannot change. Whoever changes the ledger later no longer matches it.',
  ),
  latest: text('Những lần neo mới nhất', 'Latest anchors'),
  none: text('Chưa neo lần nào', 'Not anchored yet'),
  noneText: text(
    'Sổ được neo lần đầu trong vòng mười phút sau khi có mục, nếu cơ quan có đặt nơi neo.',
    'A ledger with entries is anchored within ten minutes, where the office has set up a place for it.',
  ),
  place: text('Nơi giữ', 'Kept by'),
  timeStamps: text('Dịch vụ cấp dấu thời gian', 'Time-stamping authority'),
  proof: text('Bằng chứng', 'Proof'),
  ofSize: text('của sổ {size} mục', 'of the ledger of {size} entries'),
  howStamp: text(
    'Dấu thời gian (RFC 3161): tải bằng chứng và điểm niêm của cùng một dòng, rồi chạy lệnh dưới đây với chứng thư gốc của dịch vụ.',
    'A time stamp (RFC 3161): take proof and checkpoint of one row, then run this with the root certificate of the authority.',
  ),
  onChain: text('Trên {name}', 'On {name}'),
  howChain: text(
    'Hợp đồng trên chuỗi chỉ nhận dấu mới khi đủ số cơ quan xác nhận và khi sổ mới nối tiếp đúng sổ cũ. Gửi câu hỏi dưới đây cho bất kỳ nút nào của chuỗi, không cần hỏi cơ quan này.',
    'The contract takes a new fingerprint only when enough agencies confirm it and the newer ledger continues the older one. Send the question below to any node of the chain; this office is not needed.',
  ),
  chainId: text('Số của chuỗi', 'Chain id'),
  contract: text('Hợp đồng', 'Contract'),
  did: text('Định danh của cơ quan trên chuỗi', 'Identifier of the office on the chain'),
  question: text('Câu hỏi (JSON-RPC)', 'Question (JSON-RPC)'),
  answer: text(
    'Trả lời gồm ba số, mỗi số 64 chữ: số mục, giờ, dấu vân tay. Dấu vân tay phải giống dấu trong điểm niêm cùng số mục.',
    'The answer is three numbers of 64 digits each: entries, time, fingerprint. The fingerprint must be that of the checkpoint of so many entries.',
  ),
} as const;
