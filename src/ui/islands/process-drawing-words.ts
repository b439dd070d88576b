/** The words of bpmn-js in Vietnamese; it comes without any. Composed ones are put together from their parts. */
const words: Readonly<Record<string, string>> = {
  'Activate hand tool': 'Kéo cả bản vẽ',
  'Activate lasso tool': 'Khoanh chọn nhiều phần',
  'Activate create/remove space tool': 'Thêm hoặc bớt khoảng trống',
  'Activate global connect tool': 'Nối hai phần',
  'Add lane above': 'Thêm làn phía trên',
  'Add lane below': 'Thêm làn phía dưới',
  'Divide into two lanes': 'Chia thành hai làn',
  'Divide into three lanes': 'Chia thành ba làn',
  'Add text annotation': 'Thêm ghi chú',
  'Append compensation activity': 'Nối bước làm lại từ đầu',
  'Append conditional intermediate catch event': 'Nối chờ điều kiện',
  'Append end event': 'Nối kết thúc',
  'Append gateway': 'Nối chỗ rẽ',
  'Append intermediate/boundary event': 'Nối sự kiện giữa chừng',
  'Append message intermediate catch event': 'Nối chờ thông điệp',
  'Append receive task': 'Nối bước nhận thông điệp',
  'Append signal intermediate catch event': 'Nối chờ tín hiệu',
  'Append task': 'Nối bước',
  'Append timer intermediate catch event': 'Nối chờ thời gian',
  'Change element': 'Đổi loại',
  Collection: 'Nhiều bản',
  'Connect to other element': 'Nối sang phần khác',
  'Connect using association': 'Nối bằng đường ghi chú',
  'Connect using data input association': 'Nối bằng đường dữ liệu',
  'Create data object reference': 'Thêm dữ liệu',
  'Create data store reference': 'Thêm kho dữ liệu',
  'Create end event': 'Thêm kết thúc',
  'Create expanded sub-process': 'Thêm quy trình con',
  'Create gateway': 'Thêm chỗ rẽ',
  'Create group': 'Thêm nhóm',
  'Create intermediate/boundary event': 'Thêm sự kiện giữa chừng',
  'Create pool/participant': 'Thêm bên tham gia',
  'Create start event': 'Thêm bắt đầu',
  'Create task': 'Thêm bước',
  Delete: 'Bỏ',
  Loop: 'Lặp lại',
  'Open {element}': 'Mở {element}',
  'Parallel multi-instance': 'Nhiều lần, cùng lúc',
  'Sequential multi-instance': 'Nhiều lần, lần lượt',
  'Participant multiplicity': 'Nhiều bên như nhau',
  'Search in diagram': 'Tìm trong bản vẽ',
  'Toggle non-interrupting': 'Đổi: có dừng bước đang làm không',
  Task: 'Bước chưa rõ loại',
  'User task': 'Bước do người làm',
  'Service task': 'Bước do máy làm',
  'Send task': 'Bước gửi thông điệp',
  'Receive task': 'Bước nhận thông điệp',
  'Manual task': 'Bước làm tay',
  'Business rule task': 'Bước áp dụng quy tắc',
  'Script task': 'Bước chạy mã lệnh',
  'Call activity': 'Gọi quy trình khác',
  Transaction: 'Giao dịch',
  'Sub-process': 'Quy trình con',
  'Sub-process (collapsed)': 'Quy trình con (thu gọn)',
  'Sub-process (expanded)': 'Quy trình con (mở ra)',
  'Event sub-process': 'Quy trình con theo sự kiện',
  'Ad-hoc sub-process': 'Quy trình con tùy lúc',
  'Ad-hoc sub-process (collapsed)': 'Quy trình con tùy lúc (thu gọn)',
  'Ad-hoc sub-process (expanded)': 'Quy trình con tùy lúc (mở ra)',
  'Exclusive gateway': 'Rẽ một đường',
  'Parallel gateway': 'Rẽ mọi đường cùng lúc',
  'Inclusive gateway': 'Rẽ một hay nhiều đường',
  'Complex gateway': 'Rẽ phức tạp',
  'Event-based gateway': 'Rẽ theo sự kiện',
  'Event based instantiating Gateway': 'Rẽ theo sự kiện mở đầu',
  'Parallel Event based instantiating Gateway': 'Rẽ theo mọi sự kiện mở đầu',
  'Sequence flow': 'Đường đi',
  'Default flow': 'Đường mặc định',
  'Conditional flow': 'Đường có điều kiện',
  'Data object reference': 'Dữ liệu',
  'Data store reference': 'Kho dữ liệu',
  'Empty pool/participant': 'Bên tham gia (để trống)',
  'Expanded pool/participant': 'Bên tham gia (mở ra)',
  'Start event': 'Bắt đầu',
  'End event': 'Kết thúc',
  'Intermediate throw event': 'Sự kiện giữa chừng',
  'Boundary event': 'Sự kiện gắn vào bước',
  'Terminate end event': 'Kết thúc tất cả',
};

/** Events are named by what happens and where; for these every combination is one of the modeller's words. */
const happenings: Readonly<Record<string, string>> = {
  Message: 'thông điệp',
  Timer: 'thời gian',
  Signal: 'tín hiệu',
  Error: 'lỗi',
  Escalation: 'báo lên trên',
  Conditional: 'điều kiện',
  Compensation: 'làm lại từ đầu',
  Cancel: 'hủy',
  Link: 'nối trang',
};
const places: Readonly<Record<string, string>> = {
  'start event': 'Bắt đầu khi có',
  'start event (non-interrupting)': 'Bắt đầu, không dừng việc khác, khi có',
  'end event': 'Kết thúc và báo',
  'intermediate catch event': 'Chờ',
  'intermediate throw event': 'Phát',
  'boundary event': 'Gắn vào bước, dừng bước khi có',
  'boundary event (non-interrupting)': 'Gắn vào bước, không dừng bước, khi có',
};

function inVietnamese(template: string): string {
  const own = words[template];
  if (own !== undefined) return own;
  const [, what = '', where = ''] = /^(\w+) (.+)$/.exec(template) ?? [];
  const [happening, place] = [happenings[what], places[where]];
  return happening === undefined || place === undefined ? template : `${place} ${happening}`;
}

/** The translator that bpmn-js asks for every word: Vietnamese, or the English that it comes with. */
export function translated(lang: 'vi' | 'en') {
  return (template: string, facts: Readonly<Record<string, string>> = {}): string => {
    const said = lang === 'vi' ? inVietnamese(template) : template;
    return said.replace(/{([^}]+)}/g, (whole, name: string) => facts[name] ?? whole);
  };
}
