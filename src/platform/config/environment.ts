import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { text, type Text } from '#/values/text.ts';

/**
 * What an operator can set, by environment variable. The schema validates and documents at once: `title` is the
 * meaning in English, `description` in Vietnamese.
 */
export const environment = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 8080,
    title: 'Port of the pages',
    description: 'Cổng của trang web',
  }),
  HOST: Type.String({
    minLength: 1,
    default: 'localhost',
    title: 'Address that the pages listen on',
    description: 'Địa chỉ lắng nghe của trang web',
  }),
  METRICS_PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 0,
    title: 'Port of Prometheus metrics; 0 is off',
    description: 'Cổng số liệu Prometheus; 0 là tắt',
  }),
  DATABASE_URL: Type.String({
    default: '',
    pattern: '^(postgres(ql)?://.+)?$',
    title: 'PostgreSQL 15 or newer; empty is the one that comes along',
    description: 'PostgreSQL 15 trở lên; để trống là dùng bản đi kèm',
  }),
  DATABASE_ADMIN_URL: Type.String({
    default: '',
    pattern: '^(postgres(ql)?://.+)?$',
    title: 'Account that owns the tables, for new versions; DATABASE_URL then needs to own nothing',
    description: 'Tài khoản sở hữu các bảng, để cập nhật; khi đó DATABASE_URL không cần sở hữu gì',
  }),
  DATABASE_POOL: Type.Integer({
    minimum: 2,
    maximum: 200,
    default: 12,
    title: 'Database connections of one process',
    description: 'Số kết nối cơ sở dữ liệu của một tiến trình',
  }),
  CQS_DATA_DIR: Type.String({
    minLength: 1,
    default: './.data',
    title: 'Folder of data: the database that comes along, files, keys',
    description: 'Thư mục dữ liệu: cơ sở dữ liệu đi kèm, tệp, khóa',
  }),
  CQS_DEMO: Type.Union([Type.Literal('0'), Type.Literal('1')], {
    default: '0',
    title: '1 is a demonstration with invented data and accounts',
    description: '1 là chạy thử với dữ liệu và tài khoản mẫu',
  }),
  CQS_PUBLIC_URL: Type.String({
    default: '',
    pattern: '^(https?://[^/\\s]+)?$',
    title: 'Public address, printed in QR codes and letters; must be set outside the demonstration',
    description: 'Địa chỉ công khai, in trong mã QR và thư; chạy thật thì phải đặt',
  }),
  CQS_PASSKEY_DOMAIN: Type.String({
    default: '',
    pattern: '^([a-z0-9-]+(\\.[a-z0-9-]+)*)?$',
    title:
      'Domain that passkeys belong to (RP ID), the host of the public address or one above it; empty is the host. Changing it makes all passkeys useless',
    description:
      'Tên miền của khóa truy cập (RP ID): tên máy của địa chỉ công khai hoặc tên miền cha của nó; để trống là tên máy đó. Đổi thì mọi khóa truy cập đã đăng ký không dùng được nữa',
  }),
  CQS_TRUSTED_PROXIES: Type.String({
    default: '127.0.0.0/8, ::1',
    title:
      'Addresses or networks of the proxies whose X-Forwarded-* headers are believed, by commas',
    description:
      'Địa chỉ hoặc dải mạng của máy chủ ngược mà tiêu đề X-Forwarded-* được tin, cách bằng dấu phẩy',
  }),
  CQS_SECRET_FILE: Type.String({
    default: '',
    title: 'Existing file of a secret of 32 bytes or more; empty makes one in the folder of data',
    description:
      'Tệp khóa bí mật 32 byte trở lên, đã có sẵn; để trống là tạo trong thư mục dữ liệu',
  }),
  CQS_NATIONAL_FILE: Type.String({
    default: '',
    title:
      'JSON file that describes the national sign-in (VNeID or OpenID Connect); empty is none, in the demonstration a simulator',
    description:
      'Tệp JSON mô tả đăng nhập quốc gia (VNeID hoặc OpenID Connect); để trống là không có, khi chạy thử là VNeID giả lập',
  }),
  CQS_PAYMENT_FILE: Type.String({
    default: '',
    title:
      'JSON file that describes the payment gateways; empty is none, in the demonstration a simulator',
    description:
      'Tệp JSON mô tả các cổng thanh toán; để trống là không có, khi chạy thử là cổng giả lập',
  }),
  CQS_VNEID_SIMULATOR_PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 0,
    title: 'Port of the simulated VNeID of the demonstration; 0 is any free one',
    description: 'Cổng của VNeID giả lập khi chạy thử; 0 là cổng trống bất kỳ',
  }),
  CQS_KEY_FILE: Type.String({
    default: '',
    title:
      'File that keeps the keys of personal data once they were rotated; empty is in the folder of data',
    description:
      'Tệp giữ khóa dữ liệu cá nhân sau lần đổi khóa đầu tiên; để trống là đặt trong thư mục dữ liệu',
  }),
  CQS_PKCS11_MODULE: Type.String({
    default: '',
    title: 'Library of a hardware module (PKCS #11) that keeps those keys instead; empty is none',
    description:
      'Thư viện của thiết bị khóa (PKCS #11) giữ các khóa ấy thay cho tệp; để trống là không dùng',
  }),
  CQS_PKCS11_TOKEN: Type.String({
    default: 'chinh-quyen-so',
    title: 'Label of the token in that module',
    description: 'Tên ngăn khóa trong thiết bị',
  }),
  CQS_PKCS11_PIN_FILE: Type.String({
    default: '',
    title: 'File with the PIN of that token',
    description: 'Tệp chứa mã PIN của ngăn khóa',
  }),
  CQS_S3_BUCKET: Type.String({
    default: '',
    pattern: '^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$',
    title: 'Bucket that keeps files instead of the folder of data (S3 API); empty is none',
    description: 'Ngăn chứa (S3) giữ giấy tờ thay cho thư mục dữ liệu; để trống là không dùng',
  }),
  CQS_S3_ENDPOINT: Type.String({
    default: '',
    pattern: '^(https?://[^/\\s]+)?$',
    title: 'Address of that S3 server; empty is Amazon',
    description: 'Địa chỉ máy chủ S3; để trống là Amazon',
  }),
  CQS_S3_REGION: Type.String({
    minLength: 1,
    default: 'us-east-1',
    title: 'Region of the bucket',
    description: 'Vùng của ngăn chứa',
  }),
  CQS_S3_CREDENTIALS_FILE: Type.String({
    default: '',
    title: 'File with access key and secret key, apart by a space or line',
    description: 'Tệp gồm khóa truy cập và khóa bí mật, cách nhau bằng dấu cách hoặc xuống dòng',
  }),
  CQS_BACKUP_DIR: Type.String({
    default: '',
    title:
      'Folder, on another disk or machine, into which workers back up: everything at 02:00, and every five minutes what was committed since; empty is none',
    description:
      'Thư mục ở đĩa hay máy khác để tiến trình worker tự sao lưu: đầy đủ lúc 02:00, phần mới cứ năm phút một lần; để trống là không tự sao lưu',
  }),
  CQS_BACKUP_RECIPIENTS: Type.String({
    default: '',
    title: 'Folder of the public keys for which backups are sealed (npx cqs backup keygen)',
    description: 'Thư mục khóa công khai để niêm phong bản sao (npx cqs backup keygen)',
  }),
  CQS_BACKUP_KEEP_DAYS: Type.Integer({
    minimum: 1,
    maximum: 3650,
    default: 35,
    title: 'For how many days full backups are kept; the newest one always is',
    description: 'Giữ bản sao đầy đủ bao nhiêu ngày; bản mới nhất luôn được giữ',
  }),
  CQS_CSC_FILE: Type.String({
    default: '',
    title:
      'JSON file that describes a remote signing service (CSC API v2): url, tokenUrl, clientId, clientSecret, pins; empty is none',
    description:
      'Tệp JSON mô tả dịch vụ ký từ xa (CSC API v2): url, tokenUrl, clientId, clientSecret, pins; để trống là không dùng',
  }),
  CQS_TSA_URLS: Type.String({
    default: '',
    pattern: '^(https?://\\S+(\\s+https?://\\S+)*)?$',
    title:
      'Time-stamping authorities (RFC 3161), by spaces, asked in this order; empty is none, in the demonstration an own one',
    description:
      'Các dịch vụ cấp dấu thời gian (RFC 3161), cách bằng dấu trắng, hỏi lần lượt; để trống là không dùng, khi chạy thử là dịch vụ trình diễn',
  }),
  CQS_TSA_POLICIES: Type.String({
    default: '',
    pattern: '^([0-9]+(\\.[0-9]+)+(\\s+[0-9]+(\\.[0-9]+)+)*)?$',
    title:
      'Policies of time stamps that are accepted, as object identifiers by spaces; empty is any',
    description:
      'Chính sách dấu thời gian được chấp nhận, mã OID cách bằng dấu trắng; để trống là mọi chính sách',
  }),
  CQS_CHAIN_FILE: Type.String({
    default: '',
    title:
      'JSON file that describes the chain (EVM) in which the public ledger is anchored; empty is none',
    description:
      'Tệp JSON mô tả chuỗi khối (EVM) để neo sổ minh bạch; để trống là không neo vào chuỗi khối',
  }),
  CQS_CLAMAV: Type.String({
    default: '',
    pattern: '^(/.+|[^/\\s]+:\\d+)?$',
    title:
      'clamd that scans what people upload, as host:port or path of its socket; empty is none. When it is set and does not answer, files are refused',
    description:
      'clamd quét mọi tệp tải lên: máy:cổng hoặc đường dẫn socket; để trống là không quét. Đã đặt mà clamd không trả lời thì tệp bị từ chối',
  }),
  CQS_SECURITY_CONTACT: Type.String({
    default: '',
    pattern: '^((mailto|tel|https):\\S+)?$',
    title:
      'Whom to tell of a vulnerability, as mailto:, tel: or https: address in /.well-known/security.txt (RFC 9116); empty is the page of help',
    description:
      'Nơi nhận báo lỗ hổng, dạng mailto:, tel: hoặc https:, ghi trong /.well-known/security.txt (RFC 9116); để trống là trang trợ giúp',
  }),
  CQS_REQUESTS_PER_MINUTE: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 600,
    title:
      'Requests that one session may send in a minute; a network ten times as many, at costly doors a twentieth. 0 is no limit',
    description:
      'Số yêu cầu mỗi phút của một phiên; một mạng được gấp mười, cửa tốn kém chỉ một phần hai mươi. 0 là không giới hạn',
  }),
  CQS_LOG_LEVEL: Type.Union(
    ['debug', 'info', 'warn', 'error', 'silent'].map((l) => Type.Literal(l)),
    { default: 'info', title: 'How much is logged', description: 'Mức ghi nhật ký' },
  ),
  CQS_MESSAGING_FILE: Type.String({
    default: '',
    title:
      'JSON file that describes how mail, text messages, Zalo and push leave the house; empty is the inbox only, in the demonstration a catcher',
    description:
      'Tệp JSON mô tả cách gửi thư, tin nhắn, Zalo và thông báo đẩy; để trống là chỉ có hộp thư, khi chạy thử là hộp thư thử',
  }),
});

export type Environment = Static<typeof environment>;

/** One setting, for people who run the system. */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly allowed: string;
  readonly meaning: Text;
}

/** All settings, as documentation shows them. */
export function listSettings(): readonly Setting[] {
  return Object.entries(environment.properties).map(([name, schema]) => ({
    name,
    fallback: String(schema.default),
    allowed: allowedBy(schema),
    meaning: text(schema.description ?? '', schema.title ?? ''),
  }));
}

function allowedBy({ anyOf, minimum, maximum, pattern }: TSchema): string {
  if (anyOf) return (anyOf as TSchema[]).map((one) => String(one['const'])).join(', ');
  if (maximum !== undefined) return `${String(minimum)}–${String(maximum)}`;
  return pattern === undefined ? '' : String(pattern);
}
