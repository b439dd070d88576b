import { ask, form } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';

const pem = { maxLength: 30_000, required: true as const };

const ceremony = {
  noi_lam: ask.text({
    label: text('Nơi thực hiện', 'Where it is done'),
    hint: text('Ví dụ: Phòng họp số 2, trụ sở UBND', 'For example: meeting room 2 of the office'),
    required: true,
    maxLength: 200,
  }),
  nguoi_chung_kien: ask.text({
    label: text('Người chứng kiến', 'Witnesses'),
    hint: text('Họ tên, cách nhau bằng dấu chấm phẩy', 'Their names, separated by semicolons'),
    required: true,
    maxLength: 600,
  }),
};

/** A certificate that is put to use. */
export const newCertificate = form({
  loai: ask.radio(
    [
      { value: 'personal', label: text('Chữ ký của cá nhân', 'Signature of a person') },
      { value: 'seal', label: text('Con dấu của cơ quan', 'Seal of an office') },
    ],
    { label: text('Dùng để làm gì?', 'What is it for?'), required: true },
  ),
  tai_khoan: ask.text({
    label: text('Tên tài khoản của người ký', 'Account of who signs'),
    hint: text(
      'Chỉ với chữ ký cá nhân, ví dụ: lanh-dao-1',
      'Only for the signature of a person, for example: lanh-dao-1',
    ),
    maxLength: 80,
  }),
  don_vi: ask.text({
    label: text('Mã đơn vị', 'Key of the office'),
    hint: text(
      'Đơn vị có con dấu, hoặc nơi người ký giữ chức vụ. Xem ở trang Cơ quan, ví dụ: ninh-kieu',
      'The office of the seal, or in which the person signs; for example: ninh-kieu',
    ),
    required: true,
    maxLength: 80,
  }),
  chung_thu: ask.textarea({
    label: text('Chứng thư số (PEM)', 'Certificate (PEM)'),
    hint: text(
      'Dán cả chuỗi: chứng thư của người ký trước, rồi tới nơi cấp',
      'Paste the chain: the certificate first, then its issuers',
    ),
    ...pem,
  }),
  noi_giu_khoa: ask.radio(
    [
      { value: 'pkcs11', label: text('Thiết bị khóa (PKCS #11)', 'Hardware module (PKCS #11)') },
      { value: 'csc', label: text('Dịch vụ ký từ xa (CSC)', 'Remote signing service (CSC)') },
    ],
    { label: text('Khóa ở đâu?', 'Where is the key?'), required: true },
  ),
  ten_khoa: ask.text({
    label: text('Tên khóa', 'Name of the key'),
    hint: text(
      'Nhãn trong thiết bị, hoặc credentialID của dịch vụ',
      'Label in the module, or credentialID of the service',
    ),
    required: true,
    maxLength: 200,
  }),
  ...ceremony,
});

/** A certificate that is taken back. */
export const revocation = form({
  ly_do: ask.text({
    label: text('Lý do thu hồi', 'Why it is taken back'),
    required: true,
    maxLength: 500,
  }),
  ...ceremony,
});

/** A root that is trusted from now on. */
export const newRoot = form({
  chung_thu: ask.textarea({
    label: text('Chứng thư gốc (PEM)', 'Root certificate (PEM)'),
    ...pem,
  }),
  nguon: ask.text({
    label: text('Lấy từ đâu, đã đối chiếu thế nào?', 'Where is it from, and how was it compared?'),
    hint: text(
      'Ví dụ: trang của Trung tâm Chứng thực điện tử quốc gia, đối chiếu dấu vân tay qua công văn',
      'For example: site of the national authority, fingerprint compared by letter',
    ),
    required: true,
    maxLength: 300,
  }),
});

/** How an office signs from a day on. */
export const newPractice = form({
  don_vi: ask.text({
    label: text('Mã đơn vị', 'Key of the office'),
    required: true,
    maxLength: 80,
  }),
  tu_ngay: ask.date({ label: text('Từ ngày', 'From'), required: true }),
  muc: ask.radio(
    [
      {
        value: 'B-LT',
        label: text('Ký số, kèm dữ liệu chứng minh (B-LT)', 'Sign, with evidence (B-LT)'),
      },
      {
        value: 'B-LTA',
        label: text('Ký số để lưu trữ lâu dài (B-LTA)', 'Sign for long archiving (B-LTA)'),
      },
      {
        value: 'B-T',
        label: text('Ký số, chỉ có dấu thời gian (B-T)', 'Sign, time stamp only (B-T)'),
      },
      { value: 'none', label: text('Không ký số', 'Do not sign digitally') },
    ],
    { label: text('Cách ký', 'How it signs'), required: true },
  ),
  duong_kinh: ask.integer({
    label: text('Đường kính con dấu (mm)', 'Diameter of the seal (mm)'),
    hint: text('Theo mẫu dấu đã đăng ký', 'As in its registration'),
    required: true,
    min: 20,
    max: 60,
    default: 36,
  }),
  nguon: ask.text({
    label: text('Căn cứ', 'Basis'),
    hint: text('Ví dụ: Quyết định số 12/QĐ-UBND', 'For example: Decision 12/QĐ-UBND'),
    required: true,
    maxLength: 300,
  }),
});
