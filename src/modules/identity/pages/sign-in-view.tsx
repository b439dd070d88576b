import { say, text, type Lang, type Text } from '#/values/text.ts';
import { Button, ButtonRow, Details, ErrorSummary, Form, Link, LinkButton } from '#/ui/index.ts';
import { CredentialBox } from './credential-box.tsx';
import { PasskeyBox } from './factors/passkey-box.tsx';
import { DemoChoice } from './demo-choice.tsx';

export interface SignInViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly isDemo: boolean;
  /** Where to go afterwards. */
  readonly back?: string | undefined;
  readonly name?: string | undefined;
  /** What the browser is told to ask for a passkey. */
  readonly passkeyOptions: object;
  /** Whether one can sign in through the national identity here. */
  readonly hasNational: boolean;
  readonly wrong?: Readonly<Record<string, Text>> | undefined;
}

/** Name and password; where the demo is on, also a button for each invented person. */
export function SignInView(props: SignInViewProps) {
  const { lang, csrf, isDemo, back, name, wrong = {} } = props;
  const register = back === undefined ? '/dang-ky' : `/dang-ky?tiep=${encodeURIComponent(back)}`;
  return (
    <>
      <ErrorSummary wrong={wrong} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      {props.hasNational && <NationalWay lang={lang} back={back} />}
      <Form csrf={csrf} lang={lang} action="/dang-nhap">
        {back !== undefined && <input type="hidden" name="tiep" value={back} />}
        <CredentialBox
          name="name"
          label={words.name}
          hint={words.nameHint}
          wrong={wrong['name']}
          value={name}
          lang={lang}
          autocomplete="username webauthn"
        />
        <CredentialBox
          name="password"
          label={words.password}
          wrong={wrong['password']}
          lang={lang}
          autocomplete="current-password"
        />
        <ButtonRow>
          <Button icon="log-in">{say(lang, words.title)}</Button>
          <Link href={register}>{say(lang, words.register)}</Link>
        </ButtonRow>
      </Form>
      <PasskeyBox
        lang={lang}
        csrf={csrf}
        action="/dang-nhap/khoa"
        kind="get"
        autofill
        options={props.passkeyOptions}
        label={words.passkey}
        look="secondary"
        back={back}
        wrong={wrong['khoa']}
      />
      <Details summary={say(lang, words.forgot)}>
        <p>{say(lang, words.forgotHelp)}</p>
        <p>
          <Link href="/dat-mat-khau">{say(lang, words.code)}</Link>
        </p>
      </Details>
      {isDemo && <DemoChoice lang={lang} csrf={csrf} back={back} />}
    </>
  );
}

function NationalWay({ lang, back }: Pick<SignInViewProps, 'lang' | 'back'>) {
  const tiep = back === undefined ? '' : `?tiep=${encodeURIComponent(back)}`;
  return (
    <>
      <p>{say(lang, words.nationalLead)}</p>
      <LinkButton href={`/dang-nhap/vneid${tiep}`} icon="id-card">
        {say(lang, words.national)}
      </LinkButton>
      <h2>{say(lang, words.otherWays)}</h2>
    </>
  );
}

const words = {
  national: text('Đăng nhập bằng VNeID', 'Sign in with VNeID'),
  nationalLead: text(
    'Người dân dùng tài khoản định danh điện tử, không cần mật khẩu riêng ở đây.',
    'Citizens use their electronic identity and need no password of this site.',
  ),
  otherWays: text('Hoặc vào bằng cách khác', 'Or another way'),
  title: text('Đăng nhập', 'Sign in'),
  name: text('Tên đăng nhập', 'Account name'),
  nameHint: text(
    'Người dân nhập số định danh cá nhân (12 chữ số). Cán bộ nhập tên được cấp.',
    'Citizens enter their personal identification number (12 digits). Officials enter the name they were given.',
  ),
  password: text('Mật khẩu', 'Password'),
  passkey: text('Vào bằng khóa truy cập', 'Sign in with a passkey'),
  register: text('Chưa có tài khoản? Đăng ký', 'No account yet? Register'),
  code: text('Tôi đã có mã nhận tại quầy', 'I have a code from the counter'),
  forgot: text('Quên mật khẩu?', 'Forgot your password?'),
  forgotHelp: text(
    'Mang thẻ căn cước đến Trung tâm Phục vụ hành chính công; cán bộ đối chiếu và trao mã để bạn đặt mật khẩu mới trong ít phút. Hồ sơ và bản nháp của bạn vẫn còn.',
    'Bring your identity card to the service centre; an official compares it and gives you a code to set a new password. Your applications and drafts are kept.',
  ),
};
