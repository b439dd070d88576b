import { plainSyllable } from './syllables.ts';

/** Abbreviations of offices and of chats, by their folded form. */
const meanings: Readonly<Record<string, string>> = {
  bhtn: 'bảo hiểm thất nghiệp',
  bhxh: 'bảo hiểm xã hội',
  bhyt: 'bảo hiểm y tế',
  cccd: 'căn cước công dân',
  cmnd: 'chứng minh nhân dân',
  cmt: 'chứng minh nhân dân',
  dkkd: 'đăng ký kinh doanh',
  dkkh: 'đăng ký kết hôn',
  dkks: 'đăng ký khai sinh',
  dktt: 'đăng ký thường trú',
  dvc: 'dịch vụ công',
  gcn: 'giấy chứng nhận',
  gks: 'giấy khai sinh',
  gplx: 'giấy phép lái xe',
  gpxd: 'giấy phép xây dựng',
  hkd: 'hộ kinh doanh',
  hktt: 'hộ khẩu thường trú',
  kt3: 'tạm trú',
  mst: 'mã số thuế',
  qsdd: 'quyền sử dụng đất',
  shk: 'sổ hộ khẩu',
  tncn: 'thu nhập cá nhân',
  tthc: 'thủ tục hành chính',
  tthn: 'tình trạng hôn nhân',
  ubnd: 'ủy ban nhân dân',
  xntthn: 'xác nhận tình trạng hôn nhân',

  dk: 'đăng ký',
  dki: 'đăng ký',
  dky: 'đăng ký',
  gto: 'giấy tờ',
  gt: 'giấy tờ',
  gxn: 'giấy xác nhận',
  hs: 'hồ sơ',
  hso: 'hồ sơ',
  kd: 'kinh doanh',
  ks: 'khai sinh',
  lm: 'làm',
  mun: 'muốn',
  ntn: 'như thế nào',
  onl: 'trực tuyến',
  online: 'trực tuyến',
  vc: 'vợ chồng',
  xd: 'xây dựng',
  xn: 'xác nhận',
};

/** Letters that mean two things; the word before them tells which. Without such a word they mean `otherwise`. */
const twoMeanings: Readonly<
  Record<string, { after: readonly string[]; means: string; otherwise: string }>
> = {
  hk: {
    after: ['nhap', 'so', 'cat', 'chuyen', 'tach', 'giay', 'lam'],
    means: 'hộ khẩu',
    otherwise: 'không',
  },
  dc: { after: ['doi', 'nhat', 'chuyen', 'so'], means: 'địa chỉ', otherwise: 'được' },
  tt: { after: ['dk', 'dki', 'ki', 'nhap'], means: 'thường trú tạm trú', otherwise: 'thủ tục' },
  kt: { after: ['giay', 'ki', 'dk', 'dki', 'lam'], means: 'khai tử', otherwise: 'kiểm tra' },
};

/**
 * Words of some regions, by their accented form only: without accents "mo" may be mở, mộ, mồ or mỡ.
 * Those that no other word shares without accents (sanh, nhon) stand in both forms.
 */
const regional: Readonly<Record<string, string>> = {
  mần: 'làm',
  răng: 'sao',
  mô: 'đâu',
  chi: 'gì',
  sanh: 'sinh',
  nhơn: 'nhân',
  gởi: 'gửi',
  bịnh: 'bệnh',
  biểu: 'bảo',
  nầy: 'này',
  lãnh: 'nhận',
};

/** Reads abbreviations, chat spelling and regional words as the words that they stand for. */
export function readShorthand(typed: readonly string[]): string[] {
  return typed.flatMap((syllable, place) => meaningOf(syllable, typed[place - 1]));
}

function meaningOf(syllable: string, before: string | undefined): string[] {
  const plain = plainSyllable(syllable);
  const either = Object.hasOwn(twoMeanings, plain) ? twoMeanings[plain] : undefined;
  if (either) {
    const told = before !== undefined && either.after.includes(plainSyllable(before));
    return (told ? either.means : either.otherwise).split(' ');
  }
  if (Object.hasOwn(meanings, plain)) return meanings[plain]!.split(' ');
  return [Object.hasOwn(regional, syllable) ? regional[syllable]! : syllable];
}
