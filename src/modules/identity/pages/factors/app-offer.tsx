import { Button, ButtonRow, Form, QrCode } from '#/ui/index.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import type { OfferedSecret } from '../../factors/code-app.ts';
import { keyUri } from '../../factors/totp.ts';
import { CredentialBox } from '../credential-box.tsx';

export interface AppOfferProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
  readonly offer: OfferedSecret;
  /** Where the code is for, and for whom: what the app shows beside it. */
  readonly issuer: string;
  readonly account: string;
  readonly wrong: Readonly<Record<string, Text>>;
}

/** Three steps: get an app, show it the picture, type the code that it shows. */
export function AppOffer(props: AppOfferProps) {
  const { lang, csrf, action, offer, issuer, account, wrong } = props;
  return (
    <Form csrf={csrf} lang={lang} action={action}>
      <input type="hidden" name="offer" value={offer.sealed} />
      <ol class="list">
        <li>{say(lang, words.install)}</li>
        <li>
          <p>{say(lang, words.scan)}</p>
          <p>
            <QrCode
              content={keyUri(offer.secret, issuer, account)}
              label={say(lang, words.picture)}
            />
          </p>
          <p>
            {say(lang, words.type)} <code class="long-code">{inGroups(offer.secret)}</code>
          </p>
        </li>
        <li>{say(lang, words.enter)}</li>
      </ol>
      <CredentialBox
        name="code"
        label={words.code}
        hint={words.codeHint}
        wrong={wrong['code']}
        lang={lang}
        autocomplete="one-time-code"
      />
      <ButtonRow>
        <Button>{say(lang, words.confirm)}</Button>
      </ButtonRow>
    </Form>
  );
}

/** What the app shows beside the code: never a whole identification number, since others look at telephones too. */
export function accountLabel(name: string): string {
  return /^\d{12}$/.test(name) ? `…${name.slice(-4)}` : name;
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)!.join(' ');
}

const words = {
  install: text(
    'Cài một ứng dụng xác thực trên điện thoại nếu chưa có (ứng dụng nào hiện mã 6 chữ số cũng được, ví dụ Google Authenticator, Aegis).',
    'Get an authenticator app on your phone if you have none (any that shows 6-digit codes will do, such as Google Authenticator or Aegis).',
  ),
  scan: text('Mở ứng dụng và quét hình này.', 'Open the app and scan this picture.'),
  picture: text('Mã QR cho ứng dụng xác thực', 'QR code for the authenticator app'),
  type: text(
    'Không quét được? Gõ khóa này vào ứng dụng:',
    'Cannot scan it? Type this key into the app:',
  ),
  enter: text('Nhập mã mà ứng dụng đang hiện.', 'Enter the code that the app shows now.'),
  code: text('Mã xác thực', 'Code'),
  codeHint: text('6 chữ số, đổi sau mỗi 30 giây', '6 digits, new every 30 seconds'),
  confirm: text('Xác nhận ứng dụng này', 'Confirm this app'),
};
