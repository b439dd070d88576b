// Data for trying the forms: invented people with numbers that cannot exist.
import type { FormData } from './form-data.ts';

const head = {
  parent: 'Ủy ban nhân dân phường Ninh Kiều',
  office: 'Trung tâm Phục vụ hành chính công',
  place: 'Cần Thơ',
  date: 'ngày 15 tháng 7 năm 2026',
};
const police = { ...head, parent: 'Công an thành phố Cần Thơ', office: 'Công an phường Ninh Kiều' };
const submitter = {
  name: 'Nguyễn Thị Thu Hà',
  address: '12/3 đường Nguyễn Trãi, khu vực 4, phường Ninh Kiều, thành phố Cần Thơ',
  phone: '0912 000 000',
  email: 'thu.ha@example.vn',
  identity: '000000000001',
};
const dossier = { dossierCode: 'H13.32-20260715-0000042', submitter };
const papers = [
  { name: 'Giấy chứng sinh do Bệnh viện Phụ sản thành phố Cần Thơ cấp', originals: 1 },
  { name: 'Giấy chứng nhận kết hôn của cha, mẹ trẻ (cơ quan nhà nước tự khai thác)', copies: 1 },
  { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1 },
];
const demands = [
  {
    about: 'Giấy chứng sinh',
    words: 'ảnh chụp bị mờ ở phần ngày, tháng, năm sinh. Chụp lại bản chính ở nơi đủ sáng.',
  },
  { about: 'Nơi sinh', words: 'ghi đầy đủ tên bệnh viện và địa chỉ theo giấy chứng sinh.' },
];
const reasons = [
  {
    words:
      'Việc khai sinh của trẻ đã được đăng ký ngày 01/07/2026 tại phường Cái Răng, thành phố Cần Thơ.',
  },
];
const office = 'Trung tâm Phục vụ hành chính công phường Ninh Kiều';

export const sampleData: FormData = {
  MAU_01: {
    ...dossier,
    head: { ...head, number: '42/TNHS' },
    procedure: 'Đăng ký khai sinh',
    receivedAtOffice: office,
    owner: { name: 'Trần Nguyễn Bảo An', address: submitter.address },
    payment: 'Miễn lệ phí (khai sinh đúng hạn)',
    papers,
    sets: 1,
    duration:
      'Ngay trong ngày; nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
    acceptedAt: '9 giờ 15, ngày 15/07/2026',
    dueAt: '17 giờ 00, ngày 15/07/2026',
    deliverAt: 'Trực tuyến, và tại Trung tâm Phục vụ hành chính công phường Ninh Kiều',
    register: { volume: '01/2026', number: '42' },
    trackingAddress: 'https://dichvucong.example.vn/tra-cuu?ma=H13.32-20260715-0000042',
    trackingSecret: '7K3FQX2M',
    hotline: '1900 0000',
    receivedBy: 'Lê Văn Minh',
  },
  MAU_02: {
    ...dossier,
    head: { ...head, number: '07/HDHS' },
    procedure: 'Đăng ký khai sinh',
    demands,
    reason:
      'Thông tin trên giấy chứng sinh chưa đủ rõ để ghi vào Sổ đăng ký khai sinh (Luật Hộ tịch, Điều 16).',
    before: '17 giờ 00, ngày 22/07/2026',
    contact: { name: 'Lê Văn Minh', phone: '0292 000 000, máy lẻ 12' },
  },
  MAU_03: {
    ...dossier,
    head: { ...head, number: '03/TCHS' },
    procedure: 'Đăng ký khai sinh',
    receivedAtOffice: office,
    reasons,
    legalBasis: 'Điều 5 và Điều 16 Luật Hộ tịch số 60/2014/QH13',
    signedBy: 'Lê Văn Minh',
  },
  MAU_04: {
    head: { ...head, number: '05/HCC-XL' },
    dossierCode: dossier.dossierCode,
    addressee: `Bà ${submitter.name}`,
    office,
    lateOffice: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Ninh Kiều',
    procedure: 'cấp giấy phép xây dựng nhà ở riêng lẻ',
    acceptedOn: '06/07/2026',
    dueAt: '17 giờ 00, ngày 15/07/2026',
    reason: 'Việc đối chiếu bản vẽ với quy hoạch chi tiết kéo dài hơn dự kiến.',
    newDueAt: '17 giờ 00, ngày 17/07/2026',
    deliverAt: office,
    recipients: ['Như trên', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Lưu: VT, HCC'],
    signer: { title: 'GIÁM ĐỐC', name: 'Phạm Quốc Khánh' },
  },
  MAU_05: {
    head,
    dossierCode: dossier.dossierCode,
    procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
    ownerName: submitter.name,
    leadOffice: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Ninh Kiều',
    partnerOffices: ['Văn phòng HĐND và UBND phường Ninh Kiều'],
    acceptedAt: '9 giờ 15, 15/07/2026',
    dueAt: '17 giờ 00, 24/07/2026',
    handovers: [
      {
        office: 'Trung tâm Phục vụ hành chính công',
        givenAt: '',
        takenAt: '9 giờ 15, 15/07/2026',
        people: 'Nguyễn Thị Thu Hà, Lê Văn Minh',
        timeliness: 'Đúng hạn',
        note: '',
      },
      {
        office: 'Phòng Kinh tế, Hạ tầng và Đô thị',
        givenAt: '10 giờ 00, 15/07/2026',
        takenAt: '10 giờ 20, 15/07/2026',
        people: 'Lê Văn Minh, Đỗ Thị Lan',
        timeliness: 'Trước hạn',
        note: 'Kiểm tra thực địa ngày 17/07',
      },
    ],
    results: [
      {
        from: 'Văn phòng HĐND và UBND',
        to: 'Trung tâm Phục vụ hành chính công',
        at: '14 giờ 30, 23/07/2026',
        outcome: 'Cấp giấy phép',
        note: '',
      },
    ],
  },
  MAU_06: {
    head,
    from: '01/07/2026',
    until: '15/07/2026',
    dossiers: Array.from({ length: 24 }, (_, i) => ({
      code: `H13.32-20260715-${String(i + 1).padStart(7, '0')}`,
      procedure: i % 2 ? 'Đăng ký khai sinh' : 'Chứng thực bản sao từ bản chính',
      sets: 1,
      name: submitter.name,
      contact: `12/3 Nguyễn Trãi, phường Ninh Kiều; ${submitter.phone}`,
      office: 'UBND phường Ninh Kiều',
      acceptedAt: '9 giờ 15, 15/07/2026',
      dueAt: '17 giờ 00, 15/07/2026',
      resultAt: '15/07/2026',
      deliveredAt: '15/07/2026',
      deliveredBy: i % 3 ? 'Trực tuyến' : 'Trực tiếp',
      note: '',
    })),
  },
  CT04: {
    ...dossier,
    head: { ...police, number: '11/TNHS' },
    procedure: 'Đăng ký tạm trú',
    receivedAtOffice: 'Công an phường Ninh Kiều',
    papers: [
      { name: 'Tờ khai thay đổi thông tin cư trú (Mẫu CT01)', originals: 1 },
      { name: 'Hợp đồng thuê nhà', copies: 1 },
    ],
    acceptedAt: '9 giờ 15, ngày 15/07/2026',
    dueAt: '17 giờ 00, ngày 20/07/2026',
    deliverAt: 'Trực tuyến',
    payment: '7.000 đ',
    trackingAddress: 'https://dichvucong.example.vn/tra-cuu?ma=H13.32-20260715-0000042',
    trackingSecret: '7K3FQX2M',
    receivedBy: 'Trần Văn Bình',
  },
  CT05: {
    ...dossier,
    head: { ...police, number: '04/HDHS' },
    procedure: 'Đăng ký tạm trú',
    demands: [{ about: 'Hợp đồng thuê nhà', words: 'thiếu trang có chữ ký của bên cho thuê.' }],
    reason: 'Chưa chứng minh được chỗ ở hợp pháp (Luật Cư trú, Điều 28).',
    contact: { name: 'Trần Văn Bình', phone: '0292 000 001' },
  },
  CT06: {
    ...dossier,
    head: { ...police, number: '02/TCHS' },
    procedure: 'Đăng ký tạm trú',
    receivedAtOffice: 'Công an phường Ninh Kiều',
    reasons: [
      { words: 'Chỗ ở thuộc địa điểm không được đăng ký tạm trú mới (Luật Cư trú, Điều 23).' },
    ],
    signer: { title: 'TRƯỞNG CÔNG AN PHƯỜNG', name: 'Võ Thành Trung' },
  },
  BLP2: {
    head: { office: 'Công an phường Ninh Kiều', number: '01/BLP số 0000042' },
    taxCode: '1800000000',
    series: '01/BLP',
    serial: '0000042',
    payer: { name: submitter.name, taxCode: '', address: submitter.address },
    lines: [{ name: 'Lệ phí đăng ký cư trú', quantity: 1, amount: '7.000 đ', sum: '7.000 đ' }],
    total: '7.000 đ',
    totalInWords: 'bảy nghìn đồng',
    method: 'Tiền mặt',
    issuedOn: 'ngày 15 tháng 7 năm 2026',
    collectedBy: 'Trần Văn Bình',
    lookupCode: '7K3FQX2M9TBD',
  },
};
