import type { Actor, Visit } from '#/platform/http/index.ts';
import { say, text } from '#/values/text.ts';
import type { Place } from '#/ui/index.ts';

/** The main places of the header, by who is looking. */
export function mainPlaces(visit: Visit): Place[] {
  const all = visit.actor?.kind === 'official' ? officialPlaces(visit.actor) : citizen;
  const isHere = (href: string) => visit.path === href || visit.path.startsWith(`${href}/`);
  // The desk's address begins those of places inside it: the longest is where one is.
  const here = all
    .map(({ href }) => href)
    .filter(isHere)
    .toSorted((a, b) => b.length - a.length)[0];
  return all.map(({ title, href }) => ({
    title: say(visit.lang, title),
    href,
    current: href === here,
  }));
}

/** Paper dossiers are entered by those who receive them, procedures are written by administrators. */
function officialPlaces({ posts }: Actor) {
  const receives = posts.some(({ role }) => receiving.includes(role));
  const writes = posts.some(({ role }) => role === 'QUAN_TRI');
  return official.filter(
    ({ href }) =>
      (receives || href !== '/can-bo/nhan-ho-so') && (writes || href !== '/xuong-thu-tuc'),
  );
}

/** What a person finds under their own name. */
export function accountPlaces(visit: Visit): Place[] {
  const own = visit.actor?.kind === 'official' ? officialOwn : citizenOwn;
  const holds = (role: string) => visit.actor?.posts.some((post) => post.role === role) ?? false;
  const atCounter = receiving.some(holds) || holds('QUAN_TRI') ? counter : [];
  const extra = [
    ...atCounter,
    ...(keeping.some(holds) ? money : []),
    ...(holds('QUAN_TRI') ? admin : holds('LANH_DAO_UBND') ? leader : []),
  ];
  return [...own, ...extra].map(({ title, href }) => ({
    title: say(visit.lang, title),
    href,
  }));
}

const citizen = [
  { title: text('Dịch vụ công', 'Services'), href: '/dich-vu' },
  { title: text('Tra cứu hồ sơ', 'Track a dossier'), href: '/tra-cuu' },
  { title: text('Hồ sơ của tôi', 'My dossiers'), href: '/ho-so' },
];

const official = [
  { title: text('Bàn làm việc', 'Desk'), href: '/can-bo' },
  { title: text('Nhận hồ sơ giấy', 'Paper intake'), href: '/can-bo/nhan-ho-so' },
  { title: text('Xưởng thủ tục', 'Procedure studio'), href: '/xuong-thu-tuc' },
  { title: text('Dịch vụ công', 'Services'), href: '/dich-vu' },
];

const citizenOwn = [
  { title: text('Hồ sơ của tôi', 'My dossiers'), href: '/ho-so' },
  { title: text('Lịch hẹn của tôi', 'My appointments'), href: '/lich-hen' },
  { title: text('Hộp thư', 'Messages'), href: '/hop-thu' },
  { title: text('Cách nhận tin', 'How you are told'), href: '/toi/bao-tin' },
  { title: text('Ai đã xem dữ liệu của tôi', 'Who read my data'), href: '/toi/du-lieu' },
  { title: text('Giấy tờ số', 'Digital credentials'), href: '/toi/giay-to-so' },
  { title: text('Làm thay, ủy quyền', 'Acting for others'), href: '/tai-khoan/uy-quyen' },
  { title: text('Ứng dụng đã cho phép', 'Applications you allowed'), href: '/tai-khoan/ung-dung' },
  { title: text('Tài khoản', 'Account'), href: '/tai-khoan' },
];

const officialOwn = [
  { title: text('Sổ theo dõi hồ sơ', 'Register of dossiers'), href: '/can-bo/so-theo-doi' },
  { title: text('Vắng mặt, ủy quyền', 'Absence and deputies'), href: '/can-bo/vang-mat' },
  { title: text('Tài khoản', 'Account'), href: '/tai-khoan' },
];

const counter = [
  { title: text('Gọi số', 'Call numbers'), href: '/can-bo/goi-so' },
  { title: text('Gỡ xác thực bị mất', 'Remove a lost second factor'), href: '/can-bo/go-xac-thuc' },
  { title: text('Ghi nhận người đại diện', 'Record a representative'), href: '/can-bo/uy-quyen' },
];

const money = [
  { title: text('Thu phí tại quầy', 'Take fees'), href: '/can-bo/thu-phi' },
  { title: text('Đối soát thu phí', 'Reconcile fees'), href: '/can-bo/doi-soat' },
];

/** Roles of those who meet people at a counter. */
const receiving: readonly string[] = ['TIEP_NHAN', 'CA_TIEP_NHAN', 'CB_THUE'];

/** Roles of those who take money, and who decide about it. */
const keeping: readonly string[] = [
  ...receiving,
  'TRA_KET_QUA',
  'LANH_DAO_UBND',
  'CA_LANH_DAO',
  'LANH_DAO_THUE',
];

const leader = [
  {
    title: text('Thời gian chờ tại quầy', 'Waiting at the desks'),
    href: '/can-bo/goi-so/thong-ke',
  },
  { title: text('Duyệt thủ tục', 'Review procedures'), href: '/xuong-thu-tuc' },
  { title: text('Yêu cầu về dữ liệu', 'Requests about data'), href: '/can-bo/du-lieu-ca-nhan' },
  { title: text('Lịch làm việc', 'Working calendar'), href: '/quan-tri/co-quan' },
];

const admin = [
  { title: text('Thu phí, cổng thanh toán', 'Fees and gateways'), href: '/quan-tri/thu-phi' },
  { title: text('Xưởng thủ tục', 'Procedure studio'), href: '/xuong-thu-tuc' },
  { title: text('Cơ quan và lịch làm việc', 'Agencies and calendars'), href: '/quan-tri/co-quan' },
  { title: text('Quầy và lịch hẹn', 'Desks and appointments'), href: '/quan-tri/quay' },
  { title: text('Ứng dụng kết nối', 'Connected applications'), href: '/quan-tri/ung-dung' },
  { title: text('Chữ ký số', 'Digital signatures'), href: '/quan-tri/chu-ky-so' },
  { title: text('Cấp tài khoản cán bộ', 'Accounts of officials'), href: '/quan-tri/cap-tai-khoan' },
  { title: text('Thang nhắc hạn', 'Escalation ladder'), href: '/quan-tri/thang-nhac-han' },
  { title: text('Tin nhắn gửi đi', 'Messages'), href: '/quan-tri/tin-nhan' },
  { title: text('Liên thông hệ thống', 'Exchange'), href: '/quan-tri/lien-thong' },
  { title: text('Thủ tục', 'Procedures'), href: '/quan-tri/thu-tuc' },
  { title: text('Dữ liệu cá nhân', 'Personal data'), href: '/quan-tri/du-lieu-ca-nhan' },
];
