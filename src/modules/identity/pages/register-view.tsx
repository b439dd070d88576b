import type { Filled } from '#/platform/form/index.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { Ask, BackLink, Button, ButtonRow, ErrorSummary, Form } from '#/ui/index.ts';
import { signInPath } from '../return-path.ts';
import { CredentialBox } from './credential-box.tsx';
import { registrationForm } from './registration-form.ts';

export interface RegisterViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly filled: Filled;
  readonly back?: string | undefined;
}

/** A citizen opens an account. */
export function RegisterView({ lang, csrf, filled, back }: RegisterViewProps) {
  const { wrong, typed } = filled;
  return (
    <>
      <BackLink href={signInPath(back ?? '/')} lang={lang}>
        {say(lang, words.back)}
      </BackLink>
      <ErrorSummary wrong={wrong} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Form csrf={csrf} lang={lang} action="/dang-ky">
        {back !== undefined && <input type="hidden" name="tiep" value={back} />}
        {registrationForm.list.map((question) => (
          <Ask key={question.name} question={question} typed={typed} wrong={wrong} lang={lang} />
        ))}
        <CredentialBox
          name="password"
          label={words.password}
          hint={words.passwordHint}
          wrong={wrong['password']}
          lang={lang}
          autocomplete="new-password"
        />
        <CredentialBox
          name="again"
          label={words.again}
          wrong={wrong['again']}
          lang={lang}
          autocomplete="new-password"
        />
        <ButtonRow>
          <Button>{say(lang, words.submit)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const words = {
  back: text('Đã có tài khoản, đăng nhập', 'I have an account, sign in'),
  title: text('Đăng ký tài khoản', 'Register'),
  lead: text(
    'Với tài khoản, bạn nộp hồ sơ trực tuyến, lưu bản nháp và theo dõi kết quả. Mất khoảng hai phút.',
    'With an account you apply online, keep drafts and follow your applications. It takes about two minutes.',
  ),
  password: text('Mật khẩu', 'Password'),
  passwordHint: text(
    'Ít nhất 10 ký tự. Bốn từ không liên quan vừa dễ nhớ vừa khó đoán.',
    'At least 10 characters. Four unrelated words are easy to remember and hard to guess.',
  ),
  again: text('Nhập lại mật khẩu', 'Password again'),
  submit: text('Đăng ký', 'Register'),
};
