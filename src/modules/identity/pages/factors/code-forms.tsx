import { Button, ButtonRow, Details, Form } from '#/ui/index.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { CredentialBox } from '../credential-box.tsx';

export interface CodeFormsProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
  /** Whether the account has an app for codes. */
  readonly hasApp: boolean;
  readonly recoveryCodesLeft: number;
  /** Whether it stands below a passkey, which is the safer way. */
  readonly isSecond: boolean;
  readonly wrong: Readonly<Record<string, Text>>;
  /** The page that follows, when the form has to carry it. */
  readonly back?: string | undefined;
}

/** Asks for a code of the app; folded away, for a recovery code. */
export function CodeForms(props: CodeFormsProps) {
  const { lang, wrong } = props;
  const recovery = props.recoveryCodesLeft > 0 && (
    <OneCode
      {...props}
      name="recovery"
      label={words.recovery}
      hint={words.recoveryHint}
      autocomplete="off"
    />
  );
  return (
    <>
      {props.isSecond && props.hasApp && <h2>{say(lang, words.orCode)}</h2>}
      {props.hasApp && (
        <OneCode
          {...props}
          name="code"
          label={words.code}
          hint={words.codeHint}
          autocomplete="one-time-code"
        />
      )}
      {recovery && (
        <Details
          summary={say(lang, words.lost)}
          open={!props.hasApp || wrong['recovery'] !== undefined}
        >
          {recovery}
        </Details>
      )}
    </>
  );
}

interface OneCodeProps extends CodeFormsProps {
  readonly name: 'code' | 'recovery';
  readonly label: Text;
  readonly hint: Text;
  readonly autocomplete: 'one-time-code' | 'off';
}

function OneCode({ lang, csrf, action, back, wrong, isSecond, ...box }: OneCodeProps) {
  return (
    <Form csrf={csrf} lang={lang} action={action}>
      {back !== undefined && <input type="hidden" name="tiep" value={back} />}
      <CredentialBox
        name={box.name}
        label={box.label}
        hint={box.hint}
        wrong={wrong[box.name]}
        lang={lang}
        autocomplete={box.autocomplete}
      />
      <ButtonRow>
        <Button look={box.name === 'code' && !isSecond ? 'primary' : 'secondary'}>
          {say(lang, words.go)}
        </Button>
      </ButtonRow>
    </Form>
  );
}

/** Words at the box of a code that was empty or wrong. */
export const codeFaults = {
  missing: text('Nhập mã', 'Enter the code'),
  wrong: text(
    'Mã chưa đúng hoặc đã dùng rồi. Đợi ứng dụng hiện mã mới rồi nhập lại',
    'The code is not right or was used already. Wait for the next one in your app and enter it',
  ),
  wrongRecovery: text(
    'Mã dự phòng chưa đúng hoặc đã dùng rồi. Kiểm tra lại, hoặc dùng mã khác trên giấy',
    'The recovery code is not right or was used already. Check it, or use another one of your list',
  ),
};

const words = {
  code: text('Mã xác thực', 'Code'),
  codeHint: text(
    '6 chữ số trong ứng dụng xác thực trên điện thoại của bạn',
    '6 digits in the authenticator app on your phone',
  ),
  orCode: text('Hoặc nhập mã', 'Or enter a code'),
  recovery: text('Mã dự phòng', 'Recovery code'),
  recoveryHint: text(
    '12 chữ và số bạn đã cất, ví dụ 7K3F-QX2M-9TBD; mỗi mã dùng một lần',
    '12 letters and digits that you put away, for example 7K3F-QX2M-9TBD; each works once',
  ),
  lost: text(
    'Không có điện thoại bên mình? Dùng mã dự phòng',
    'Without your phone? Use a recovery code',
  ),
  go: text('Xác nhận', 'Confirm'),
};
