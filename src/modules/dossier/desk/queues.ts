import type { Role } from '#/modules/agency/index.ts';
import type { Actor } from '#/platform/http/index.ts';
import { text, type Text } from '#/values/text.ts';
import type { State } from '../dossier.ts';
import { isSuperior } from '../superiors.ts';

/**
 * From where a list takes its rows: open steps that one holds, open steps of one's posts; or dossiers: those with
 * news, those with a proposed supplement request, those with a step of which superiors were told, those with papers that could not be printed, all of one's units.
 */
export type Source = 'mine' | 'posts' | 'news' | 'proposed' | 'escalated' | 'failed' | 'units';

/** A standard list of the desk. Its key is its address. */
export interface StandardQueue {
  readonly name: Text;
  readonly source: Source;
  readonly states?: readonly State[] | undefined;
  readonly deadline?: 'late' | 'soon' | undefined;
  /** Shown to holders of these posts, to everybody when left out; and whenever something is in it. */
  readonly roles?: readonly Role[] | 'superiors' | undefined;
  /** What an empty list says. */
  readonly empty: Text;
}

const calm = text('Không có hồ sơ nào ở đây.', 'There is nothing here.');

const standardQueues = {
  'cua-toi': {
    name: text('Việc của tôi', 'My work'),
    source: 'mine',
    empty: text(
      'Bạn chưa nhận hồ sơ nào. Hãy nhận việc từ một hàng chờ bên trái.',
      'You hold no dossier. Claim one from a queue on the left.',
    ),
  },
  'tiep-nhan': {
    name: text('Chờ tiếp nhận', 'To be accepted'),
    source: 'posts',
    states: ['SUBMITTED', 'RESUBMITTED'],
    roles: ['TIEP_NHAN', 'CA_TIEP_NHAN'],
    empty: text('Không có hồ sơ nào chờ tiếp nhận.', 'No dossier waits for acceptance.'),
  },
  'dang-xu-ly': {
    name: text('Đang xử lý của bộ phận', 'In progress'),
    source: 'posts',
    states: ['ACCEPTED', 'ASSIGNED', 'HANDLING', 'VERIFYING', 'CONSULTING', 'DRAFTING'],
    roles: [
      'TU_PHAP_HO_TICH',
      'VAN_PHONG',
      'CHUYEN_VIEN',
      'TRUONG_PHONG',
      'CA_XAC_MINH',
      'CA_CAN_CUOC',
      'CB_THUE',
      'BHXH',
    ],
    empty: calm,
  },
  'bo-sung': {
    name: text('Chờ bổ sung', 'Supplement awaited'),
    source: 'posts',
    states: ['SUPPLEMENT_REQUIRED'],
    roles: ['TIEP_NHAN', 'TU_PHAP_HO_TICH', 'VAN_PHONG', 'CHUYEN_VIEN', 'CA_TIEP_NHAN', 'CB_THUE'],
    empty: text('Không có hồ sơ nào chờ người dân bổ sung.', 'No applicant has to add anything.'),
  },
  'nop-phi': {
    name: text('Chờ nộp phí, lệ phí', 'Payment awaited'),
    source: 'posts',
    states: ['PAYMENT_REQUIRED'],
    roles: [],
    empty: calm,
  },
  'cho-phep': {
    name: text('Chờ cho phép bổ sung thêm', 'Further supplements to allow'),
    source: 'proposed',
    roles: 'superiors',
    empty: text('Không có đề nghị nào chờ bạn.', 'No proposal waits for you.'),
  },
  'don-doc': {
    name: text('Cần đôn đốc', 'Escalated'),
    source: 'escalated',
    roles: 'superiors',
    empty: text('Không có bước nào đến hạn mà chưa xong.', 'No step has passed its due time.'),
  },
  'ky-duyet': {
    name: text('Chờ ký duyệt', 'To be approved'),
    source: 'posts',
    states: ['AWAITING_SIGNATURE'],
    roles: ['LANH_DAO_UBND', 'CA_LANH_DAO', 'LANH_DAO_THUE'],
    empty: text('Không có hồ sơ nào chờ ký.', 'Nothing waits for approval.'),
  },
  'vao-so': {
    name: text('Chờ vào sổ', 'To be registered'),
    source: 'posts',
    states: ['SIGNED'],
    roles: ['VAN_THU'],
    empty: text('Không có kết quả nào chờ vào sổ.', 'No result waits to be registered.'),
  },
  'tra-ket-qua': {
    name: text('Chờ trả kết quả', 'To be delivered'),
    source: 'posts',
    states: ['RESOLVED', 'REFUSED_RESULT'],
    roles: ['TRA_KET_QUA', 'CA_TIEP_NHAN'],
    empty: text('Không có kết quả nào chờ trả.', 'No result waits to be delivered.'),
  },
  'sap-den-han': {
    name: text('Sắp đến hạn', 'Due soon'),
    source: 'posts',
    deadline: 'soon',
    empty: text('Không có hồ sơ nào đến hạn trong 24 giờ tới.', 'Nothing is due within 24 hours.'),
  },
  'qua-han': {
    name: text('Quá hạn', 'Overdue'),
    source: 'posts',
    deadline: 'late',
    empty: text('Không có hồ sơ nào quá hạn.', 'Nothing is overdue.'),
  },
  'tin-moi': {
    name: text('Mới có tin', 'News'),
    source: 'news',
    empty: text('Không có tin mới.', 'No news.'),
  },
  'in-loi': {
    name: text('Giấy tờ in lỗi', 'Papers that failed'),
    source: 'failed',
    roles: [],
    empty: text('Giấy tờ nào cũng in được.', 'Every paper was printed.'),
  },
  'tat-ca': {
    name: text('Tất cả của đơn vị', 'All of the unit'),
    source: 'units',
    empty: text('Không tìm thấy hồ sơ nào.', 'No dossier was found.'),
  },
} as const satisfies Readonly<Record<string, StandardQueue>>;

export type QueueKey = keyof typeof standardQueues;

/** The keys in the order of the rail. */
export const queueKeys = Object.keys(standardQueues) as QueueKey[];

/** What a queue is. */
export function queueOf(key: QueueKey): StandardQueue {
  return standardQueues[key];
}

/** Whether the rows of a queue are steps that wait, not dossiers. */
export function isWork(key: QueueKey): boolean {
  const { source } = queueOf(key);
  return source === 'mine' || source === 'posts';
}

/** Whether a text names a queue. */
export function isQueueKey(candidate: string): candidate is QueueKey {
  return Object.hasOwn(standardQueues, candidate);
}

/** Whether a queue belongs to the posts of an official. */
export function fitsPosts(key: QueueKey, actor: Actor): boolean {
  const { roles } = queueOf(key);
  if (roles === undefined) return true;
  if (roles === 'superiors') return isSuperior(actor);
  return actor.posts.some((post) => (roles as readonly string[]).includes(post.role));
}
