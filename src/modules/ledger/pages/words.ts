import { text } from '#/values/text.ts';

export const ledgerWords = {
  title: text('Sổ minh bạch', 'Public ledger'),
  lead: text(
    'Mỗi việc cơ quan làm với hồ sơ được ghi vào đây ngay lúc làm, và không ai sửa hay xóa được mà không bị phát hiện, kể cả người quản trị hệ thống.',
    'Every official act on a dossier is written here as it is done, and nobody can change or delete one unseen, not even who runs the system.',
  ),
  noPersonal: text(
    'Trang này không có tên người, số giấy tờ hay nội dung hồ sơ.',
    'This page holds no names, numbers of papers or contents of dossiers.',
  ),
  state: text('Sổ đang ở đâu', 'Where the ledger stands'),
  entries: text('Số mục', 'Entries'),
  root: text('Dấu vân tay của cả sổ', 'Fingerprint of the whole ledger'),
  rootHint: text(
    'Đổi một chữ ở bất kỳ mục nào thì dấu này khác đi.',
    'It changes when a single letter of any entry changes.',
  ),
  sealedAt: text('Niêm lúc', 'Sealed at'),
  witnesses: text('Cơ quan chứng kiến', 'Witnesses'),
  witnessed: text('{signed} trên {known} đã ký', '{signed} of {known} signed'),
  noWitness: text('Chưa có cơ quan nào', 'None yet'),
  frozen: text('Sổ đang tạm dừng', 'The ledger stands still'),
  frozenText: text(
    'Một cơ quan chứng kiến giữ bản khác với bản ở đây. Từ lúc đó không có mục nào được niêm thêm. Việc đang được kiểm tra.',
    'A witness holds another version than the one here. Nothing has been sealed since. This is being looked into.',
  ),
  empty: text('Không có mục nào', 'No entries'),
  emptyText: text(
    'Bỏ bớt điều kiện lọc, hoặc quay lại sau ít phút.',
    'Loosen the filters, or come back in a few minutes.',
  ),
  latest: text('Các việc mới nhất', 'Latest acts'),
  narrow: text('Lọc', 'Filter'),
  when: text('Lúc', 'When'),
  procedure: text('Thủ tục', 'Procedure'),
  act: text('Việc', 'Act'),
  standing: text('Trạng thái sau đó', 'State afterwards'),
  unit: text('Đơn vị', 'Unit'),
  number: text('Mục', 'Entry'),
  entry: text('Mục số {index}', 'Entry {index}'),
  entryText: text(
    'Đây là nguyên văn mục trong sổ. Phần riêng tư chỉ có dấu niêm (c): chỉ người giữ hồ sơ mới mở được.',
    'This is the entry letter by letter. What is private shows only as a seal (c), which only those whose dossier it is can open.',
  ),
  body: text('Nguyên văn', 'Letter by letter'),
  hash: text('Dấu vân tay của mục', 'Fingerprint of the entry'),
  caseNumber: text('Số vụ việc trong sổ', 'Number of the case in the ledger'),
  step: text('Việc thứ', 'Act number'),
  receipt: text('Tải biên nhận', 'Download the receipt'),
  how: text('Tự kiểm tra thế nào', 'How to check it yourself'),
  howReceipt: text(
    'Mở biên nhận bằng trang kiểm tra. Trang đó chạy cả khi không có mạng: hãy tải về điện thoại.',
    'Open a receipt with the checking page. It works without network: save it to your phone.',
  ),
  howPage: text('Trang kiểm tra biên nhận', 'Receipt checking page'),
  howTiles: text(
    'Người có chuyên môn chép được cả sổ theo chuẩn C2SP tlog-tiles và tự tính lại:',
    'Experts can copy the whole ledger (C2SP tlog-tiles) and recompute it:',
  ),
  checkpoint: text('điểm niêm', 'checkpoint'),
  policy: text('khóa của sổ và các cơ quan chứng kiến', 'keys of the ledger and its witnesses'),
  panel: text('Biên nhận kiểm chứng', 'Verifiable receipt'),
  panelText: text(
    'Mỗi việc với hồ sơ này có một dấu niêm trong sổ minh bạch. Giữ biên nhận thì sau này không ai chối hay sửa được.',
    'Every act on this dossier has a seal in the public ledger. Whoever keeps a receipt can prove it later.',
  ),
  lampRecorded: text('Đã ghi', 'Recorded'),
  lampRecordedNote: text('{count} việc', '{count} acts'),
  lampSealed: text('Đã niêm', 'Sealed'),
  lampSealedNote: text('mục số {index}, {at}', 'entry {index}, {at}'),
  lampWaiting: text('trong vài giây', 'within seconds'),
  lampWitnessed: text('{signed}/{known} cơ quan chứng kiến', '{signed}/{known} witnesses'),
  lampAnchored: text('Đã neo', 'Anchored'),
  lampAnchoredNote: text('chưa dùng', 'not in use'),
  receipts: text('Biên nhận từng việc', 'Receipts of the acts'),
  freezes: text('Những lần sổ tạm dừng', 'Times the ledger stood still'),
  freezeShown: text('{witness} giữ bản khác', '{witness} held another version'),
  freezeEnded: text('Tiếp tục {at}: {reason}', 'Continued {at}: {reason}'),
  inspected: text('Lần tự kiểm tra gần nhất', 'Last self-inspection'),
  inspectedGood: text(
    '{at}: {count} mục, không có sai lệch',
    '{at}: {count} entries, nothing differs',
  ),
  inspectedBad: text(
    '{at}: {findings} chỗ sai lệch trong {count} mục',
    '{at}: {findings} differences in {count} entries',
  ),
} as const;

/** What acts that are not acts of dossiers are called. */
export const ownVerbs = {
  open: text('Mở sổ', 'Ledger opened'),
  resume: text('Sổ hoạt động lại', 'Ledger resumed'),
  issue: text('Cấp giấy tờ', 'Paper issued'),
  publish: text('Công bố phiên bản thủ tục', 'Procedure version published'),
  erase: text('Xóa mối liên hệ với một hồ sơ', 'Link to a dossier erased'),
} as const;
