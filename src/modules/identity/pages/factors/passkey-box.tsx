import type { ComponentChildren } from 'preact';
import { Button, ButtonRow, Csrf } from '#/ui/index.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';

export interface PasskeyBoxProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
  /** Make one, or answer with one. */
  readonly kind: 'create' | 'get';
  /** What the browser is told, in the JSON forms of WebAuthn Level 3. */
  readonly options: object;
  readonly label: Text;
  readonly look?: 'primary' | 'secondary' | undefined;
  readonly back?: string | undefined;
  /** Also offered in the box for the account name, where the browser can. */
  readonly autofill?: boolean | undefined;
  /** What was wrong with the last try. */
  readonly wrong?: Text | undefined;
  /** Shown to browsers without passkeys, or without scripts. */
  readonly otherwise?: Text | undefined;
  readonly children?: ComponentChildren;
}

/** A form that a passkey fills in. It shows once the island has found that the browser knows passkeys. */
export function PasskeyBox(props: PasskeyBoxProps) {
  const { lang, kind, options, back, wrong, otherwise } = props;
  const told = JSON.stringify({ kind, options, ...(props.autofill && { autofill: true }) });
  return (
    <>
      <div hidden id="khoa" data-island="passkey" data-props={told}>
        <form method="post" action={props.action}>
          <Csrf token={props.csrf} />
          {back !== undefined && <input type="hidden" name="tiep" value={back} />}
          <input type="hidden" name="credential" value="" />
          {props.children}
          <p class="message" role="alert" hidden={wrong === undefined}>
            {say(lang, wrong ?? (kind === 'get' ? passkeyWords.failed : passkeyWords.notMade))}
          </p>
          <ButtonRow>
            <Button look={props.look} icon="key-round">
              {say(lang, props.label)}
            </Button>
          </ButtonRow>
        </form>
      </div>
      {otherwise !== undefined && <p data-without-passkey>{say(lang, otherwise)}</p>}
    </>
  );
}

export const passkeyWords = {
  failed: text(
    'Chưa dùng được khóa truy cập. Hãy thử lại, hoặc dùng cách khác.',
    'The passkey did not work. Try again, or use another way.',
  ),
  notMade: text(
    'Chưa tạo được khóa truy cập. Có thể máy này đã có khóa của tài khoản, hoặc bạn đã bấm hủy. Hãy thử lại, hoặc dùng cách khác.',
    'No passkey was made. Perhaps this device has one for the account already, or you cancelled. Try again, or use another way.',
  ),
  use: text('Dùng khóa truy cập', 'Use a passkey'),
};
