import type { Filled } from '#/platform/form/index.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { AskAll, BackLink, Button, ButtonRow, ErrorSummary, Form, Lure } from '#/ui/index.ts';
import { signInPath } from '../return-path.ts';
import { NewPasswordBoxes } from './new-password-boxes.tsx';
import { registrationForm } from './registration-form.ts';

export interface RegisterViewProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly filled: Filled;
  readonly back?: string | undefined;
  /** The stamp of this page, and whether the form is to be sent once more. */
  readonly stamp: string;
  readonly isAgain: boolean;
}

/** A citizen opens an account. */
export function RegisterView(props: RegisterViewProps) {
  const { lang, csrf, back, stamp, isAgain } = props;
  const { wrong, typed } = props.filled;
  return (
    <>
      <BackLink href={signInPath(back ?? '/')} lang={lang}>
        {say(lang, words.back)}
      </BackLink>
      <ErrorSummary wrong={wrong} lang={lang} />
      <h1>{say(lang, words.title)}</h1>
      <p class="lead">{say(lang, words.lead)}</p>
      <Form csrf={csrf} lang={lang} action="/dang-ky">
        <Lure stamp={stamp} lang={lang} isAgain={isAgain} />
        {back !== undefined && <input type="hidden" name="tiep" value={back} />}
        <AskAll questions={registrationForm.list} typed={typed} wrong={wrong} lang={lang} />
        <NewPasswordBoxes lang={lang} wrong={wrong} replaces={false} />
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
  submit: text('Đăng ký', 'Register'),
};
