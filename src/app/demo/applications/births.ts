import { addDays, addMonths, type Day } from '#/values/day.ts';
import { invent, familyOf, type Resident } from '../resident.ts';
import type { Random } from '../random.ts';
import { inParts, named, partnerOf, settled, type Answers } from './facts.ts';

const clinics = [
  'Bệnh viện Phụ sản thành phố Cần Thơ',
  'Bệnh viện Đa khoa Trung ương Cần Thơ',
  'Bệnh viện Đa khoa thành phố Cần Thơ',
] as const;

/** The birth of a child within the 60 days of the law (Civil Status Law 60/2014/QH13, article 15). */
export function birth(applicant: Resident, on: Day, random: Random): Answers {
  return birthAt(applicant, addDays(on, -random.whole(3, 50)), random);
}

/** A birth that is registered too late, which costs a fee. */
export function lateBirth(applicant: Resident, on: Day, random: Random): Answers {
  const bornOn = addDays(addMonths(on, -random.whole(3, 20)), -random.whole(0, 20));
  return { ...birthAt(applicant, bornOn, random), dien_mien_giam: 'KHONG' };
}

function birthAt(applicant: Resident, bornOn: Day, random: Random): Answers {
  return {
    quan_he: applicant.sex === 'Nam' ? 'Cha' : 'Mẹ',
    uy_quyen: 'Không',
    ...family(applicant, bornOn, random),
    truong_hop: 'Trẻ có cha hoặc mẹ',
    giay_chung_sinh: 'Có bản giấy hoặc bản chụp',
    de_nghi_cap_ban_sao: 'Có',
    so_luong_ban_sao: random.whole(1, 3),
  };
}

/** Birth, residence, insurance and identity card of a child in one application (Decree 63/2024/NĐ-CP). */
export function linkedBirth(applicant: Resident, on: Day, random: Random): Answers {
  return {
    quan_he: applicant.sex === 'Nam' ? 'Cha' : 'Mẹ',
    ...family(applicant, addDays(on, -random.whole(3, 50)), random),
    giay_chung_sinh: 'Có bản giấy hoặc bản chụp',
    thuong_tru_theo: applicant.sex === 'Nam' ? 'Theo cha' : 'Theo mẹ',
    chu_ho_ho_ten: applicant.fullName,
    chu_ho_so_dinh_danh: applicant.personalId,
    chu_ho_quan_he: 'Con',
    noi_kcb: 'Bệnh viện Nhi đồng thành phố Cần Thơ',
    de_nghi_can_cuoc: 'Có',
    dia_chi_nhan: applicant.address,
  };
}

/** Parents, and a child that bears the father's family name. */
function family(applicant: Resident, bornOn: Day, random: Random): Answers {
  const partner = partnerOf(applicant, bornOn, random);
  const [father, mother] = applicant.sex === 'Nam' ? [applicant, partner] : [partner, applicant];
  const child = invent(random, { family: familyOf(father), age: [0, 0], on: bornOn });
  return {
    ...named('nyc', applicant),
    nyc_ngay_sinh: inParts(applicant.bornOn),
    nyc_noi_cu_tru: applicant.address,
    con_ho_ten: child.fullName,
    con_ngay_sinh: bornOn,
    con_gioi_tinh: child.sex,
    con_noi_sinh: { name: random.pick(clinics), province: '92', commune: '31135' },
    ...settled('me', mother),
    me_ngay_sinh: inParts(mother.bornOn),
    ...settled('cha', father),
    cha_ngay_sinh: inParts(father.bornOn),
    con_dan_toc: father.ethnicity,
    con_quoc_tich: 'Việt Nam',
    con_que_quan: father.address,
  };
}
