import { addDays, addMonths, type Day } from '#/values/day.ts';
import { invent, type Resident } from '../resident.ts';
import type { Random } from '../random.ts';
import type { Answers } from './facts.ts';

/** Permanent residence in one's own home. */
export function permanentResidence(applicant: Resident): Answers {
  return {
    ...mover(applicant),
    truong_hop: 'Chỗ ở thuộc quyền sở hữu',
    quan_he_chu_ho: 'Chủ hộ',
    noi_dung: 'Đăng ký thường trú tại chỗ ở hợp pháp thuộc quyền sở hữu.',
    dien_mien_giam: 'KHONG',
  };
}

/** Temporary residence in a rented room. */
export function temporaryResidence(applicant: Resident, on: Day, random: Random): Answers {
  const landlord = invent(random, { age: [35, 70], on });
  return {
    hinh_thuc: 'Cá nhân, hộ gia đình',
    ...mover(applicant),
    truong_hop: 'Thuê, mượn, ở nhờ',
    thoi_han: random.pick([6, 12, 24]),
    quan_he_chu_ho: 'Chủ hộ',
    noi_dung: 'Đăng ký tạm trú tại phòng trọ đang thuê.',
    dien_mien_giam: 'KHONG',
    y_kien_chu_so_huu: { name: landlord.fullName, personalId: landlord.personalId, agreed: true },
  };
}

function mover({ fullName, bornOn, sex, personalId, phone, email, address }: Resident): Answers {
  return {
    ho_ten: fullName,
    ngay_sinh: bornOn,
    gioi_tinh: sex,
    so_dinh_danh: personalId,
    dien_thoai: phone,
    email,
    dia_chi_moi: address,
  };
}

const trades = [
  ['4711', 'Bán lẻ tổng hợp: lương thực, thực phẩm', 'Tạp hóa'],
  ['4771', 'Bán lẻ quần áo, giày dép', 'Thời trang'],
  ['1071', 'Sản xuất các loại bánh từ bột', 'Tiệm bánh'],
  ['9511', 'Sửa chữa máy vi tính', 'Máy tính'],
  ['4752', 'Bán lẻ đồ ngũ kim, sơn, vật liệu', 'Vật liệu'],
] as const;

/** A household business of one person. */
export function householdBusiness(applicant: Resident, on: Day, random: Random): Answers {
  const [code, trade, shop] = random.pick(trades);
  return {
    chu_the: 'Cá nhân',
    chu_ho_ten: applicant.fullName,
    chu_ngay_sinh: applicant.bornOn,
    chu_gioi_tinh: applicant.sex,
    chu_so_dinh_danh: applicant.personalId,
    chu_quoc_tich: 'Việt Nam',
    chu_dan_toc: applicant.ethnicity,
    chu_noi_cu_tru: applicant.address,
    dien_thoai: applicant.phone,
    ten_hkd: `Hộ kinh doanh ${shop} ${applicant.fullName.split(' ').slice(-2).join(' ')}`,
    dia_chi: applicant.address,
    nganh_nghe: [{ ma: code, ten: trade, chinh: true }],
    von: random.whole(3, 40) * 10_000_000,
    ngay_bat_dau: addDays(on, random.whole(5, 25)),
    dk_thue_phuong_phap: 'Kê khai',
    dk_thue_so_lao_dong: random.whole(1, 6),
  };
}

/** A house beside a monument and an airport: three agencies are asked. */
export function houseInProtectedArea(applicant: Resident, on: Day, random: Random): Answers {
  const asked = { pccc: 'Có', di_tich: 'Có', quoc_phong: 'Có' };
  return { ...houseToBuild(applicant, on, random), ...asked };
}

/** A house to build. */
export function houseToBuild(applicant: Resident, _on: Day, random: Random): Answers {
  const plot = random.whole(60, 180);
  const ground = Math.floor(plot * 0.8);
  const floors = random.whole(1, 4);
  return {
    loai_cong_trinh: 'Nhà ở riêng lẻ',
    ten_chu_dau_tu: applicant.fullName,
    so_dinh_danh: applicant.personalId,
    dien_thoai: applicant.phone,
    giay_to_dat: 'Giấy chứng nhận quyền sử dụng đất',
    so_to: String(random.whole(1, 60)),
    so_thua: String(random.whole(1, 900)),
    dien_tich: plot,
    dia_chi: applicant.address,
    tk_ten: 'Công ty TNHH Thiết kế Tây Đô (minh họa)',
    cap_cong_trinh: 'Cấp III',
    so_tang: floors,
    dt_tang_1: ground,
    tong_dt_san: ground * floors,
    cot_xay_dung: 0.3,
    chieu_cao: 3.6 * floors + 1,
    lien_ke: 'Có',
    pccc: 'Không',
    di_tich: 'Không',
    quoc_phong: 'Không',
    thoi_gian_hoan_thanh: random.whole(6, 12),
  };
}

/** The first tax return for a plot of housing land. */
export function landTax(applicant: Resident, on: Day, random: Random): Answers {
  const area = random.whole(60, 220);
  return {
    ho_ten: applicant.fullName,
    ma_so_thue: applicant.personalId,
    dien_thoai: applicant.phone,
    dia_chi_nhan_tb: applicant.address,
    dia_chi_thua: applicant.address,
    to_ban_do: String(random.whole(1, 60)),
    thua_so: String(random.whole(1, 900)),
    da_co_gcn: 'Có',
    gcn_so: `CT ${random.whole(100_000, 999_999)}`,
    muc_dich: 'Đất ở',
    thoi_diem_bat_dau: addMonths(on, -1),
    dien_tich_gcn: area,
    dien_tich_thuc_te: area,
    han_muc: 200,
    gia_dat: random.whole(30, 120) * 100_000,
    mien_giam: 'Không',
  };
}
