import type { Tx } from '#/platform/db/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Text } from '#/values/text.ts';

/** What a person is told about the safety of their account. */
export interface SecurityNotice {
  readonly personId: string;
  readonly event: string;
  readonly title: Text;
  readonly body: Text;
  readonly link: string;
  readonly key: string;
  readonly at: Date;
}

/** Puts it into the person's inbox: a module further down keeps those, and the application ties it in. */
export type Tell = (tx: Tx, notice: SecurityNotice) => Promise<void>;

/** Where the person looks and acts. */
const link = '/tai-khoan/bao-mat';

/** Somebody signed in with a browser that the account has not seen. */
export function newDeviceNotice(personId: string, accountId: string, at: Date): SecurityNotice {
  return {
    personId,
    event: 'identity.new-device',
    title: words.newDevice,
    body: timed(words.newDeviceBody, at),
    // There the sessions are listed and ended.
    link: '/tai-khoan',
    key: `identity.new-device ${accountId} ${at.getTime()}`,
    at,
  };
}

/** An official has taken the second factor away after comparing the person with their card. */
export function removedAtCounterNotice(
  personId: string,
  by: string,
  accountId: string,
  at: Date,
): SecurityNotice {
  return {
    personId,
    event: 'identity.factor-removed',
    title: words.removed,
    body: fill(timed(words.removedBody, at), { by }),
    link,
    key: `identity.factor-removed ${accountId} ${at.getTime()}`,
    at,
  };
}

/** A recovery code opened the account: so few are left. */
export function recoveryUsedNotice(
  personId: string,
  accountId: string,
  left: number,
  at: Date,
): SecurityNotice {
  return {
    personId,
    event: 'identity.recovery-used',
    title: words.recoveryUsed,
    body: fill(timed(words.recoveryUsedBody, at), { left: String(left) }),
    link,
    key: `identity.recovery-used ${accountId} ${at.getTime()}`,
    at,
  };
}

/** The national identity opened the account for the first time, or corrected what we knew. */
export function nationalNotice(
  personId: string,
  accountId: string,
  isCorrected: boolean,
  at: Date,
): SecurityNotice {
  return {
    personId,
    event: 'identity.national',
    title: words.national,
    body: timed(isCorrected ? words.nationalCorrected : words.nationalBody, at),
    link: '/tai-khoan',
    key: `identity.national ${accountId} ${at.getTime()}`,
    at,
  };
}

/** The ways to prove who one is were changed with the account itself. */
export function changedNotice(personId: string, accountId: string, at: Date): SecurityNotice {
  return {
    personId,
    event: 'identity.factor-changed',
    title: words.changed,
    body: timed(words.changedBody, at),
    link,
    key: `identity.factor-changed ${accountId} ${at.getTime()}`,
    at,
  };
}

/** What happens to a removal of an official's factors: asked for, approved, stopped, done. */
export function resetNotice(
  what: 'asked' | 'approved' | 'stopped' | 'done',
  personId: string,
  accountId: string,
  at: Date,
): SecurityNotice {
  return {
    personId,
    event: `identity.reset-${what}`,
    title: words.reset,
    body: timed(resetWords[what], at),
    link,
    key: `identity.reset-${what} ${accountId} ${at.getTime()}`,
    at,
  };
}

/** Puts the instant in, as each language writes it. */
function timed(sentence: Text, at: Date): Text {
  const [vi, en] = (['vi', 'en'] as const).map((lang) =>
    say(lang, fill(sentence, { when: formatInstant(at, lang) })),
  );
  return text(vi!, en!);
}

const resetWords = {
  asked: text(
    'Lúc {when}, một người quản trị đề nghị gỡ bước xác thực thứ hai của bạn; còn chờ người quản trị khác duyệt. Nếu bạn không yêu cầu, hãy bấm dừng ngay.',
    'At {when} an administrator asked to remove your second factor; another one has yet to approve. If you did not ask for it, stop it at once.',
  ),
  approved: text(
    'Lúc {when}, việc gỡ bước xác thực thứ hai của bạn đã được duyệt và sẽ có hiệu lực sau 24 giờ. Nếu bạn không yêu cầu, hãy bấm dừng ngay.',
    'At {when} the removal of your second factor was approved; it takes effect after 24 hours. If you did not ask for it, stop it at once.',
  ),
  stopped: text(
    'Lúc {when}, việc gỡ bước xác thực thứ hai của bạn đã được dừng. Không có gì bị gỡ.',
    'At {when} the removal of your second factor was stopped. Nothing was removed.',
  ),
  done: text(
    'Lúc {when}, bước xác thực thứ hai của bạn đã được gỡ. Lần đăng nhập tới bạn phải thiết lập lại.',
    'At {when} your second factor was removed. You set one up again at the next sign-in.',
  ),
};

const words = {
  reset: text('Gỡ bước xác thực thứ hai của bạn', 'Removal of your second factor'),
  national: text(
    'Tài khoản của bạn đã được xác minh bằng định danh điện tử',
    'Your account was verified by your electronic identity',
  ),
  nationalBody: text(
    'Lúc {when}, bạn đăng nhập bằng định danh điện tử mức 2. Nếu trước đó tài khoản có mật khẩu đặt ở nơi khác, mật khẩu ấy không còn dùng được.',
    'At {when} you signed in by electronic identity of level 2. A password that was set elsewhere before opens the account no longer.',
  ),
  nationalCorrected: text(
    'Lúc {when}, họ tên hoặc ngày sinh của bạn đã được sửa theo dữ liệu định danh điện tử. Nếu chưa đúng, hãy mang thẻ căn cước đến Trung tâm Phục vụ hành chính công.',
    'At {when} your name or date of birth was corrected by your electronic identity. If it is not right, bring your identity card to the service centre.',
  ),
  newDevice: text(
    'Đăng nhập từ một trình duyệt chưa từng dùng',
    'A sign-in with a browser not used before',
  ),
  newDeviceBody: text(
    'Lúc {when}, có người đăng nhập tài khoản của bạn bằng một trình duyệt chưa từng dùng. Nếu không phải bạn, hãy đăng xuất nơi đó và đổi mật khẩu.',
    'At {when} somebody signed in to your account with a browser not used before. If it was not you, sign that place out and change your password.',
  ),
  removed: text(
    'Bước xác thực thứ hai đã được gỡ tại quầy',
    'Your second factor was removed at the counter',
  ),
  removedBody: text(
    'Lúc {when}, {by} đã gỡ bước xác thực thứ hai của bạn sau khi đối chiếu giấy tờ. Nếu bạn không yêu cầu, hãy báo ngay cho Trung tâm Phục vụ hành chính công.',
    'At {when} {by} removed your second factor after comparing your identity document. If you did not ask for it, tell the service centre at once.',
  ),
  recoveryUsed: text(
    'Một mã dự phòng vừa được dùng để đăng nhập',
    'A recovery code was used to sign in',
  ),
  recoveryUsedBody: text(
    'Lúc {when}, có người đăng nhập bằng mã dự phòng của bạn; còn {left} mã. Nếu không phải bạn, hãy đổi mật khẩu và tạo mã mới ngay.',
    'At {when} somebody signed in with a recovery code of yours; {left} are left. If it was not you, change your password and make new codes at once.',
  ),
  changed: text('Cách đăng nhập của bạn vừa thay đổi', 'Your ways to sign in were changed'),
  changedBody: text(
    'Lúc {when}, bước xác thực thứ hai của tài khoản đã được thêm, gỡ hoặc cấp lại mã dự phòng. Nếu không phải bạn, hãy đổi mật khẩu ngay.',
    'At {when} a second factor was added or removed, or recovery codes were made anew. If it was not you, change your password at once.',
  ),
};
