import type { Day } from '#/values/day.ts';
import type { Random } from '../random.ts';
import type { Resident } from '../resident.ts';
import { birth, lateBirth, linkedBirth } from './births.ts';
import { certifiedCopies, correction, death, maritalStatus, marriage } from './civil-status.ts';
import type { Answers } from './facts.ts';
import {
  householdBusiness,
  houseInProtectedArea,
  houseToBuild,
  landTax,
  permanentResidence,
  temporaryResidence,
} from './home-and-trade.ts';

/** What somebody applies for, with the answers that a form wants. */
export interface Application {
  readonly slug: string;
  /** How many of a thousand dossiers are of this kind. */
  readonly perMille: number;
  readonly answer: (applicant: Resident, on: Day, random: Random) => Answers;
}

/** All kinds of applications of the demo, by name. The shares are those of a ward: copies first, building last. */
export const applications = {
  copies: { slug: 'chung-thuc-ban-sao', perMille: 380, answer: certifiedCopies },
  temporaryResidence: { slug: 'dang-ky-tam-tru', perMille: 120, answer: temporaryResidence },
  birth: { slug: 'dang-ky-khai-sinh', perMille: 85, answer: birth },
  lateBirth: { slug: 'dang-ky-khai-sinh', perMille: 15, answer: lateBirth },
  maritalStatus: { slug: 'xac-nhan-tinh-trang-hon-nhan', perMille: 80, answer: maritalStatus },
  permanentResidence: { slug: 'dang-ky-thuong-tru', perMille: 70, answer: permanentResidence },
  linkedBirth: { slug: 'lien-thong-khai-sinh', perMille: 50, answer: linkedBirth },
  marriage: { slug: 'dang-ky-ket-hon', perMille: 45, answer: marriage },
  business: { slug: 'dang-ky-ho-kinh-doanh', perMille: 45, answer: householdBusiness },
  landTax: { slug: 'thue-dat-phi-nong-nghiep', perMille: 40, answer: landTax },
  death: { slug: 'dang-ky-khai-tu', perMille: 30, answer: death },
  correction: { slug: 'cai-chinh-ho-tich', perMille: 20, answer: correction },
  protectedHouse: {
    slug: 'cap-phep-xay-dung-nha-o-rieng-le',
    perMille: 6,
    answer: houseInProtectedArea,
  },
  house: { slug: 'cap-phep-xay-dung-nha-o-rieng-le', perMille: 14, answer: houseToBuild },
} as const satisfies Record<string, Application>;

export type ApplicationName = keyof typeof applications;
