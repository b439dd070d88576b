import { say, text, type Lang, type Text } from '#/values/text.ts';
import { Button, ButtonRow, Form } from '#/ui/index.ts';
import type { Account } from '../person.ts';
import { CredentialBox } from './credential-box.tsx';

export interface PasswordFormProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly account: Account;
  readonly wrong: Readonly<Record<string, Text>>;
}

/** Changes the password. The unseen name tells password managers whose it is. */
export function PasswordForm({ lang, csrf, account, wrong }: PasswordFormProps) {
  return (
    <>
      <h2>{say(lang, words.title)}</h2>
      <p>{say(lang, words.effect)}</p>
      <Form csrf={csrf} lang={lang} action="/tai-khoan/mat-khau">
        <input
          type="text"
          hidden
          readonly
          name="name"
          value={account.name}
          autocomplete="username"
        />
        <CredentialBox
          name="current"
          label={words.current}
          wrong={wrong['current']}
          lang={lang}
          autocomplete="current-password"
        />
        <CredentialBox
          name="password"
          label={words.next}
          hint={words.nextHint}
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
          <Button look="secondary">{say(lang, words.title)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const words = {
  title: text('Đổi mật khẩu', 'Change password'),
  effect: text(
    'Các nơi khác đang đăng nhập sẽ bị đăng xuất.',
    'You will be signed out everywhere else.',
  ),
  current: text('Mật khẩu hiện nay', 'Current password'),
  next: text('Mật khẩu mới', 'New password'),
  nextHint: text(
    'Ít nhất 10 ký tự. Bốn từ không liên quan vừa dễ nhớ vừa khó đoán.',
    'At least 10 characters. Four unrelated words are easy to remember and hard to guess.',
  ),
  again: text('Nhập lại mật khẩu mới', 'New password again'),
};
