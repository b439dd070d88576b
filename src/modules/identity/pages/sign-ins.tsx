import { formatInstant } from '#/values/instant.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { Button, Form, Table, Tag } from '#/ui/index.ts';
import type { SignInSeen } from '../session.ts';

export interface SignInsProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly signIns: readonly SignInSeen[];
}

/** Where the account is open now and how each was opened, with buttons to close one or all others. */
export function SignIns({ lang, csrf, signIns }: SignInsProps) {
  const others = signIns.filter(({ isThis }) => !isThis).length;
  return (
    <>
      <h2>{say(lang, words.title)}</h2>
      <Table
        caption={say(lang, words.title)}
        captionUnseen
        columns={[
          {
            title: say(lang, words.startedAt),
            cell: ({ startedAt }) => formatInstant(startedAt, lang),
          },
          { title: say(lang, words.seenAt), cell: ({ seenAt }) => formatInstant(seenAt, lang) },
          {
            title: say(lang, words.by),
            cell: ({ by }) => say(lang, openedBy[by]),
          },
          {
            title: say(lang, words.where),
            cell: ({ id, isThis, startedAt }) =>
              isThis ? (
                <Tag tone="good">{say(lang, words.here)}</Tag>
              ) : (
                <Form csrf={csrf} lang={lang} action="/tai-khoan/phien/ket-thuc">
                  <Button
                    look="quiet"
                    small
                    name="id"
                    value={id}
                    about={formatInstant(startedAt, lang)}
                  >
                    {say(lang, words.endOne)}
                  </Button>
                </Form>
              ),
          },
        ]}
        rows={signIns}
      />
      {others === 0 ? (
        <p>{say(lang, words.onlyHere)}</p>
      ) : (
        <Form csrf={csrf} lang={lang} action="/tai-khoan/phien">
          <Button look="secondary" icon="log-out">
            {say(lang, words.endOthers)}
          </Button>
        </Form>
      )}
    </>
  );
}

/** How a sign-in was opened. */
export const openedBy: Readonly<Record<SignInSeen['by'], Text>> = {
  password: text('Mật khẩu', 'Password'),
  app: text('Mật khẩu và ứng dụng xác thực', 'Password and authenticator app'),
  'recovery-code': text('Mật khẩu và mã dự phòng', 'Password and recovery code'),
  passkey: text('Khóa truy cập', 'Passkey'),
  demo: text('Nút dùng thử', 'Demo button'),
  national: text('Định danh điện tử (VNeID)', 'Electronic identity (VNeID)'),
};

const words = {
  title: text('Nơi đang đăng nhập', 'Where you are signed in'),
  startedAt: text('Đăng nhập lúc', 'Signed in at'),
  seenAt: text('Dùng lần cuối', 'Last used'),
  where: text('Nơi', 'Where'),
  here: text('Máy này', 'This device'),
  endOne: text('Đăng xuất nơi này', 'Sign out there'),
  by: text('Bằng', 'By'),
  onlyHere: text('Bạn chỉ đang đăng nhập ở máy này.', 'You are signed in on this device only.'),
  endOthers: text('Đăng xuất khỏi mọi nơi khác', 'Sign out everywhere else'),
};
