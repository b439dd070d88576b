import { say, text, type Lang, type Text } from '#/values/text.ts';
import { Button, ButtonRow, Form } from '#/ui/index.ts';
import type { Account } from '../person.ts';
import { CredentialBox } from './credential-box.tsx';
import { NewPasswordBoxes } from './new-password-boxes.tsx';

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
        <NewPasswordBoxes lang={lang} wrong={wrong} />
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
};
