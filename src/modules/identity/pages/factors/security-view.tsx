import { Button, Form, LinkButton, Table, Tag } from '#/ui/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, text, type Lang, type Text } from '#/values/text.ts';
import type { OwnFactors } from '../../factors/own-factors.ts';
import type { Change, FactorChange } from '../../store/factor-changes.ts';

export interface SecurityViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly factors: OwnFactors;
  readonly changes: readonly FactorChange[];
  /** Whether the last factor cannot be removed. */
  readonly mustHave: boolean;
}

/** App, passkeys, recovery codes, and what happened to them. */
export function SecurityView(props: SecurityViewProps) {
  const { lang, changes } = props;
  return (
    <>
      <p>
        {props.factors.isOn ? (
          <Tag tone="good">{say(lang, words.on)}</Tag>
        ) : (
          <Tag tone="warning">{say(lang, words.off)}</Tag>
        )}
      </p>
      {props.mustHave && <p>{say(lang, words.mustHave)}</p>}
      <App {...props} />
      <Passkeys {...props} />
      <Codes {...props} />
      <h2>{say(lang, words.changes)}</h2>
      <Table
        caption={say(lang, words.changes)}
        captionUnseen
        columns={[
          { title: say(lang, words.when), cell: ({ at }) => formatInstant(at, lang) },
          { title: say(lang, words.what), cell: (change) => told(change, lang) },
        ]}
        rows={changes}
        empty={<p>{say(lang, words.noChanges)}</p>}
      />
    </>
  );
}

function App({ lang, csrf, factors, mustHave }: SecurityViewProps) {
  const isLast = mustHave && factors.passkeys.length === 0;
  return (
    <>
      <h2>{say(lang, words.app)}</h2>
      {factors.appSince === null ? (
        <>
          <p>{say(lang, words.appLead)}</p>
          <LinkButton href="/tai-khoan/bao-mat/ung-dung" look="secondary" icon="plus">
            {say(lang, words.addApp)}
          </LinkButton>
        </>
      ) : (
        <>
          <p>{say(lang, fill(words.appSince, { when: formatInstant(factors.appSince, lang) }))}</p>
          {!isLast && (
            <Form csrf={csrf} lang={lang} action="/tai-khoan/bao-mat/ung-dung/go">
              <Button look="danger" small>
                {say(lang, words.removeApp)}
              </Button>
            </Form>
          )}
        </>
      )}
    </>
  );
}

function Passkeys({ lang, csrf, factors, mustHave }: SecurityViewProps) {
  const { passkeys } = factors;
  const isLast = mustHave && factors.appSince === null && passkeys.length === 1;
  return (
    <>
      <h2>{say(lang, words.passkeys)}</h2>
      <p>{say(lang, words.passkeysLead)}</p>
      {passkeys.length > 0 && (
        <ul class="tasks">
          {passkeys.map(({ id, name, since, usedAt, isBackedUp }) => (
            <li class="task" key={id}>
              <div class="task-title">
                <strong>{name}</strong>
                <span class="hint">
                  {say(lang, fill(words.added, { when: formatInstant(since, lang) }))}
                  {usedAt !== null &&
                    ` ${say(lang, fill(words.used, { when: formatInstant(usedAt, lang) }))}`}{' '}
                  {say(lang, isBackedUp ? words.synced : words.single)}
                </span>
              </div>
              {!isLast && (
                <Form csrf={csrf} lang={lang} action="/tai-khoan/bao-mat/khoa/go">
                  <Button look="danger" small name="id" value={id} about={name}>
                    {say(lang, words.remove)}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <LinkButton href="/tai-khoan/bao-mat/khoa" look="secondary" icon="key-round">
        {say(lang, words.addPasskey)}
      </LinkButton>
    </>
  );
}

function Codes({ lang, factors }: SecurityViewProps) {
  if (!factors.isOn) return null;
  const left = String(factors.recoveryCodesLeft);
  return (
    <>
      <h2>{say(lang, words.codes)}</h2>
      <p>{say(lang, fill(words.left, { left }))}</p>
      <LinkButton href="/tai-khoan/bao-mat/ma-du-phong" look="secondary">
        {say(lang, words.newCodes)}
      </LinkButton>
    </>
  );
}

function told({ change, detail, byOther }: FactorChange, lang: Lang): string {
  const what = say(lang, changes[change]);
  const about = [detail, byOther].filter((part) => part !== null && part !== '').join(', ');
  return about === '' ? what : `${what} (${about})`;
}

const changes: Readonly<Record<Change, Text>> = {
  'app-added': text('Thêm ứng dụng xác thực', 'Authenticator app added'),
  'app-removed': text('Gỡ ứng dụng xác thực', 'Authenticator app removed'),
  'passkey-added': text('Thêm khóa truy cập', 'Passkey added'),
  'passkey-removed': text('Gỡ khóa truy cập', 'Passkey removed'),
  'codes-issued': text('Tạo mã dự phòng mới', 'New recovery codes made'),
  'code-used': text('Dùng một mã dự phòng', 'A recovery code used'),
  'removed-at-counter': text('Cán bộ gỡ tại quầy', 'Removed by an official at the counter'),
  'verified-national': text(
    'Xác minh bằng định danh điện tử mức 2',
    'Verified by electronic identity of level 2',
  ),
  'way-blocked': text('Khóa một cách đăng nhập', 'A way to sign in closed'),
  'way-opened': text('Mở lại một cách đăng nhập', 'A way to sign in opened again'),
  'reset-asked': text('Đề nghị gỡ bước xác thực', 'Removal of the second factor asked for'),
  'reset-approved': text('Duyệt gỡ bước xác thực', 'Removal of the second factor approved'),
  'reset-stopped': text('Dừng việc gỡ bước xác thực', 'Removal of the second factor stopped'),
};

const words = {
  on: text('Đang bật xác thực hai bước', 'Two-step sign-in is on'),
  off: text('Chưa bật xác thực hai bước', 'Two-step sign-in is off'),
  mustHave: text(
    'Cán bộ luôn phải có ít nhất một cách xác thực thứ hai.',
    'Officials always keep at least one second factor.',
  ),
  app: text('Ứng dụng xác thực', 'Authenticator app'),
  appLead: text(
    'Điện thoại hiện một mã 6 chữ số, đổi sau mỗi 30 giây; không cần mạng.',
    'Your phone shows a 6-digit code, new every 30 seconds; it needs no network.',
  ),
  addApp: text('Thêm ứng dụng xác thực', 'Add an authenticator app'),
  appSince: text('Đã thêm lúc {when}.', 'Added at {when}.'),
  removeApp: text('Gỡ ứng dụng xác thực', 'Remove the authenticator app'),
  passkeys: text('Khóa truy cập', 'Passkeys'),
  passkeysLead: text(
    'Mở bằng vân tay, khuôn mặt hoặc mã khóa màn hình của máy. Trang giả mạo không lấy được, nên đây là cách an toàn nhất.',
    'Opened by fingerprint, face or the code of your screen lock. Fake pages cannot take it, so this is the safest way.',
  ),
  addPasskey: text('Thêm khóa truy cập', 'Add a passkey'),
  added: text('Thêm lúc {when}.', 'Added at {when}.'),
  used: text('Dùng lần cuối {when}.', 'Last used {when}.'),
  synced: text('Được đồng bộ giữa các máy của bạn.', 'Synced between your devices.'),
  single: text('Chỉ nằm trên một máy.', 'Lives on one device only.'),
  remove: text('Gỡ', 'Remove'),
  codes: text('Mã dự phòng', 'Recovery codes'),
  left: text(
    'Còn {left} mã dùng được. Cất ở nơi khác điện thoại, dùng khi mất điện thoại.',
    '{left} codes are left. Keep them away from your phone, for when it is lost.',
  ),
  newCodes: text('Tạo mã dự phòng mới', 'Make new recovery codes'),
  changes: text('Thay đổi gần đây', 'Recent changes'),
  when: text('Lúc', 'When'),
  what: text('Việc', 'What'),
  noChanges: text('Chưa có thay đổi nào.', 'No changes yet.'),
};
