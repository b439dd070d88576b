/** Why a backup cannot be made or trusted, in words for the operator; `{…}` is filled with the facts. */
const words = {
  'cut-short': ['tệp bị cắt cụt', 'the file is cut short'],
  'not-sealed': ['không phải tệp sao lưu', 'not a file of a backup'],
  'wrong-key': ['không mở được bằng khóa này', 'sealed for another key'],
  changed: ['nội dung đã bị sửa', 'the content was changed'],
  missing: ['thiếu {file}', '{file} is missing'],
  damaged: ['{file} không còn nguyên', '{file} is not what was written'],
  forged: ['{file} không do hệ thống này ghi', '{file} was not written by this installation'],
  gap: ['nhật ký đứt sau {segment}: khôi phục được tới đó', 'the log breaks off after {segment}'],
  'no-backup': ['không có bản sao nào dùng được tại {dir}', 'no usable backup in {dir}'],
  'too-early': ['bản sao sớm nhất là {first}', 'the first backup is of {first}'],
  'too-late': ['nhật ký mới có tới {last}', 'the log reaches {last} only'],
  'other-cluster': [
    '{dir} là bản sao của cơ sở dữ liệu khác; hãy chọn thư mục khác',
    '{dir} is of another database',
  ],
  tablespaces: [
    'cơ sở dữ liệu có tablespace riêng: hãy sao lưu bằng pg_basebackup',
    'databases with tablespaces of their own are not taken',
  ],
  'wal-gone': [
    'nhật ký từ {segment} đã bị xóa trước khi chép: cần một bản sao đầy đủ mới',
    'the log from {segment} was removed before it was copied: make a full backup',
  ],
  'not-empty': ['{dir} đã có dữ liệu: không ghi đè', '{dir} holds data and is not overwritten'],
  'no-recipients': [
    'thiếu {file}; tạo bằng: npx cqs backup keygen --out THƯ_MỤC',
    '{file} is missing; npx cqs backup keygen makes it',
  ],
  'no-files': [
    '{missing} tệp giấy tờ mà dữ liệu nhắc tới không có',
    '{missing} files that the data names are missing',
  ],
} as const;

type Code = keyof typeof words;

/** A backup that cannot be made or trusted. The message is for the operator, in both languages. */
export class BackupFault extends Error {
  readonly code: Code;
  constructor(code: Code, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    const filled = words[code].map((text) =>
      text.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole),
    );
    super(`Sao lưu: ${filled[0]} · ${filled[1]}`, options);
    this.name = 'BackupFault';
    this.code = code;
  }
}
