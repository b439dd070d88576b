import { addDays, addMonths, type Day } from '#/values/day.ts';
import { familyOf, invent, type Resident } from '../resident.ts';
import type { Random } from '../random.ts';
import { inParts, named, partnerOf, settled, type Answers } from './facts.ts';

/** The marriage of the applicant. */
export function marriage(applicant: Resident, on: Day, random: Random): Answers {
  const partner = partnerOf(applicant, on, random);
  const [bride, groom] = applicant.sex === 'Nữ' ? [applicant, partner] : [partner, applicant];
  return {
    ...settled('nu', bride),
    nu_ngay_sinh: bride.bornOn,
    nu_lan_ket_hon: 1,
    ...settled('nam', groom),
    nam_ngay_sinh: groom.bornOn,
    nam_lan_ket_hon: 1,
    de_nghi_cap_ban_sao: 'Không',
  };
}

/** The death of a parent, told within the 15 days of the law (Civil Status Law 60/2014/QH13, article 33). */
export function death(applicant: Resident, on: Day, random: Random): Answers {
  const parent = invent(random, {
    family: familyOf(applicant),
    age: [68, 93],
    on,
    address: applicant.address,
  });
  const died = addDays(on, -random.whole(1, 12));
  return {
    quan_he: 'Con',
    uy_quyen: 'Không',
    ...named('nyc', applicant),
    nyc_noi_cu_tru: applicant.address,
    ...named('nc', parent),
    nc_ngay_sinh: inParts(parent.bornOn),
    biet_noi_cu_tru_cuoi: 'Có',
    nc_noi_cu_tru_cuoi: parent.address,
    thoi_gian_chet: `${died}T${String(random.whole(0, 23)).padStart(2, '0')}:30`,
    noi_chet: 'Tại nhà',
    nguyen_nhan: 'Tuổi cao, bệnh',
    giay_bao_tu: 'Có Giấy báo tử hoặc giấy tờ thay thế',
    gbt_so: `${random.whole(10, 240)}/GBT`,
    gbt_ngay: died,
    gbt_co_quan: 'Trạm Y tế phường Ninh Kiều',
    de_nghi_cap_ban_sao: 'Không',
  };
}

/** A confirmation of marital status, to marry. */
export function maritalStatus(applicant: Resident, on: Day, random: Random): Answers {
  const partner = partnerOf(applicant, on, random);
  return {
    quan_he: 'Bản thân',
    ...settled('nyc', applicant),
    nyc_ngay_sinh: applicant.bornOn,
    nyc_gioi_tinh: applicant.sex,
    tinh_trang_hon_nhan: 'Chưa đăng ký kết hôn với ai',
    muc_dich: 'Kết hôn',
    ket_hon_voi: `${partner.fullName}, số định danh ${partner.personalId}`,
    ket_hon_voi_gioi_tinh: partner.sex,
    da_cap_truoc: 'Không',
    dien_mien_giam: 'KHONG',
    so_luong: 1,
    phuong_thuc_nhan_ket_qua: 'Trực tiếp tại Trung tâm Phục vụ hành chính công',
  };
}

/** A mistake in the applicant's own birth registration. */
export function correction(applicant: Resident, on: Day, random: Random): Answers {
  const registeredOn = addMonths(on, -12 * random.whole(8, 20));
  return {
    loai_viec: 'Cải chính hộ tịch',
    sai_sot_khi_dang_ky: 'Có',
    quan_he: 'Bản thân',
    ...settled('nyc', applicant),
    nyc_ngay_sinh: applicant.bornOn,
    nyc_gioi_tinh: applicant.sex,
    viec_da_dang_ky: 'Khai sinh',
    da_dang_ky: {
      number: String(random.whole(1, 240)),
      book: `01/${registeredOn.slice(0, 4)}`,
      registeredOn,
      registeredAt: 'Ủy ban nhân dân phường An Hội (cũ)',
    },
    noi_dung_cu: `Chữ đệm và tên ghi sai: ${applicant.fullName.split(' ').slice(1).join(' ')}h`,
    noi_dung_moi: applicant.fullName,
    ly_do: 'Cán bộ ghi sai khi đăng ký; thẻ căn cước và học bạ ghi đúng.',
    dien_mien_giam: 'KHONG',
    de_nghi_cap_ban_sao: 'Không',
  };
}

const copied = [
  'Bằng tốt nghiệp trung học phổ thông',
  'Giấy khai sinh',
  'Bằng đại học',
  'Giấy phép lái xe',
] as const;

/** Certified copies of one or two papers. */
export function certifiedCopies(applicant: Resident, _on: Day, random: Random): Answers {
  const first = random.whole(0, copied.length - 1);
  const titles = copied.slice(first, first + random.whole(1, 2));
  return {
    ...named('nyc', applicant),
    nyc_noi_cu_tru: applicant.address,
    ds_giay_to: titles.map((ten) => ({
      ten,
      so_trang: random.whole(1, 2),
      so_ban: random.whole(1, 5),
      ban_dien_tu: false,
    })),
    ban_sao_kem: 'Nhờ cơ quan chụp từ bản chính',
  };
}
