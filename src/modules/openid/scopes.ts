import { text, type Text } from '#/values/text.ts';

/** Something that a client may ask a person for. */
export interface Scope {
  readonly name: string;
  /** What a person reads before they consent. */
  readonly words: Text;
  /** Claims of the person that it opens (OpenID Connect Core 1.0, 5.4). */
  readonly claims: readonly string[];
}

/** What of a person may be told. The personal number is a scope of its own, which few clients are given. */
export const personScopes: readonly Scope[] = [
  {
    name: 'openid',
    words: text('Biết rằng bạn đã đăng nhập', 'Know that you are signed in'),
    claims: ['sub', 'acr', 'amr', 'acting_for'],
  },
  {
    name: 'profile',
    words: text('Họ tên, ngày sinh, giới tính của bạn', 'Your name, date of birth and sex'),
    claims: ['name', 'birthdate', 'gender'],
  },
  {
    name: 'address',
    words: text('Nơi cư trú của bạn', 'Your residence'),
    claims: ['address'],
  },
  {
    name: 'phone',
    words: text('Số điện thoại của bạn', 'Your phone number'),
    claims: ['phone_number'],
  },
  {
    name: 'email',
    words: text('Địa chỉ thư điện tử của bạn', 'Your email address'),
    claims: ['email'],
  },
  {
    name: 'personal_number',
    words: text('Số định danh cá nhân của bạn', 'Your personal identification number'),
    claims: ['vn_personal_number'],
  },
  {
    name: 'offline_access',
    words: text(
      'Tiếp tục dùng các quyền trên khi bạn đã đăng xuất',
      'Go on using these after you have signed out',
    ),
    claims: [],
  },
];

/** An interface that tokens are made for (RFC 8707), and what they may allow there. */
export interface Resource {
  /** Path below the site's address; both together are the audience of its tokens. */
  readonly path: string;
  readonly scopes: readonly {
    readonly name: string;
    readonly words: Text;
    readonly for: 'people' | 'programs';
  }[];
}

/** Our own interfaces. */
export const resources: readonly Resource[] = [
  {
    path: '/api',
    scopes: [
      {
        name: 'usage.read',
        words: text('Xem ai đã xem dữ liệu của bạn', 'See who read your data'),
        for: 'people',
      },
      {
        name: 'dossiers.read',
        words: text(
          'Xem hồ sơ của bạn và tiến độ giải quyết',
          'See your dossiers and their progress',
        ),
        for: 'people',
      },
      {
        name: 'dossiers.file',
        words: text('Soạn và nộp hồ sơ bằng tài khoản của bạn', 'Prepare and file dossiers as you'),
        for: 'people',
      },
      {
        name: 'dossiers.act',
        words: text(
          'Làm các việc trên hồ sơ mà bạn được làm: bổ sung, rút, xử lý',
          'Do on dossiers what you may do: supplement, withdraw, handle',
        ),
        for: 'people',
      },
      {
        name: 'desk.read',
        words: text('Xem bàn làm việc của bạn', 'See your desk'),
        for: 'people',
      },
      {
        name: 'offices.manage',
        words: text(
          'Đổi lịch làm việc và thang nhắc hạn của cơ quan',
          'Change the working calendar and the ladder of reminders',
        ),
        for: 'people',
      },
      {
        name: 'messages.manage',
        words: text(
          'Chọn trình duyệt nhận thông báo của bạn',
          'Choose which of your browsers show messages',
        ),
        for: 'people',
      },
      {
        name: 'catalogue.read',
        words: text(
          'Đọc thủ tục, lịch làm việc và sổ minh bạch công khai',
          'Read public procedures, calendars and ledger',
        ),
        for: 'programs',
      },
    ],
  },
  {
    path: '/scim/v2',
    scopes: [
      {
        name: 'scim',
        words: text(
          'Mở, sửa, khóa tài khoản cán bộ',
          'Open, change and close accounts of officials',
        ),
        for: 'programs',
      },
    ],
  },
];

/** Which scope a token needs at each route of the API. A route that is neither open to anyone nor here takes no token. */
export const apiScopes: Readonly<Record<string, string>> = {
  'GET /api/v1/data-usage': 'usage.read',
  'GET /api/v1/data-usage/period': 'usage.read',
  'GET /api/v1/dossiers/:code': 'dossiers.read',
  'POST /api/v1/dossiers': 'dossiers.file',
  'POST /api/v1/drafts/:draft/pages/:page': 'dossiers.file',
  'POST /api/v1/dossiers/:code/actions/:verb': 'dossiers.act',
  'GET /api/v1/dossiers': 'desk.read',
  'GET /api/v1/tasks': 'desk.read',
  'POST /access/v1/evaluation': 'dossiers.read',
  'POST /access/v1/evaluations': 'dossiers.read',
  'GET /api/v1/calendar/changes/:id': 'offices.manage',
  'POST /api/v1/calendar/changes/:id/apply': 'offices.manage',
  'GET /api/v1/push-subscriptions': 'messages.manage',
  'POST /api/v1/push-subscriptions': 'messages.manage',
  'DELETE /api/v1/push-subscriptions/:id': 'messages.manage',
  'GET /api/v1/escalation-ladders': 'offices.manage',
  'POST /api/v1/escalation-ladders': 'offices.manage',
};

/** What a client of a kind may be allowed to ask for. */
export function scopesFor(kind: 'site' | 'program'): readonly { name: string; words: Text }[] {
  const whom = kind === 'site' ? 'people' : 'programs';
  const ofResources = resources.flatMap(({ scopes }) => scopes.filter((one) => one.for === whom));
  return kind === 'site' ? [...personScopes, ...ofResources] : ofResources;
}

/** The words of a scope. */
export function scopeWords(name: string): Text {
  const known = [...personScopes, ...resources.flatMap(({ scopes }) => scopes)];
  return known.find((one) => one.name === name)?.words ?? text(name, name);
}

/** Scopes of OpenID Connect itself; those of resources are the resources'. */
export const oidcScopeNames: readonly string[] = personScopes.map(({ name }) => name);
