import { text, type Lang, type Text } from '#/values/text.ts';
import { CredentialBox } from './credential-box.tsx';

export interface NewPasswordBoxesProps {
  readonly lang: Lang;
  readonly wrong: Readonly<Record<string, Text>>;
  /** There is an older one that it replaces. */
  readonly replaces?: boolean;
}

/** Asks for a new password, twice. */
export function NewPasswordBoxes({ lang, wrong, replaces = true }: NewPasswordBoxesProps) {
  const { password, again } = replaces ? words.next : words.first;
  return (
    <>
      <CredentialBox
        name="password"
        label={password}
        hint={words.hint}
        wrong={wrong['password']}
        lang={lang}
        autocomplete="new-password"
      />
      <CredentialBox
        name="again"
        label={again}
        wrong={wrong['again']}
        lang={lang}
        autocomplete="new-password"
      />
    </>
  );
}

const words = {
  first: {
    password: text('Mật khẩu', 'Password'),
    again: text('Nhập lại mật khẩu', 'Password again'),
  },
  next: {
    password: text('Mật khẩu mới', 'New password'),
    again: text('Nhập lại mật khẩu mới', 'New password again'),
  },
  hint: text(
    'Ít nhất 10 ký tự. Bốn từ không liên quan vừa dễ nhớ vừa khó đoán.',
    'At least 10 characters. Four unrelated words are easy to remember and hard to guess.',
  ),
};
