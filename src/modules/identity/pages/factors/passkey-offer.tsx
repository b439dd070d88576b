import type { Body } from '#/platform/http/index.ts';
import { say, text, type Lang, type Text } from '#/values/text.ts';
import { longestName } from '../../factors/add-passkey.ts';
import { posted } from '../posted.ts';
import { PasskeyBox } from './passkey-box.tsx';

export interface PasskeyOfferProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly action: string;
  readonly options: object;
  readonly wrong: Readonly<Record<string, Text>>;
}

/** Names a passkey and makes it. */
export function PasskeyOffer({ lang, csrf, action, options, wrong }: PasskeyOfferProps) {
  return (
    <PasskeyBox
      lang={lang}
      csrf={csrf}
      action={action}
      kind="create"
      options={options}
      label={words.make}
      wrong={wrong['khoa']}
      otherwise={words.otherwise}
    >
      <div class="ask">
        <label class="label" for="ten">
          {say(lang, words.name)}
        </label>
        <p class="hint" id="ten-hint">
          {say(lang, words.nameHint)}
        </p>
        <input
          class="input input--20"
          type="text"
          id="ten"
          name="ten"
          maxLength={longestName}
          autocomplete="off"
          aria-describedby="ten-hint"
        />
      </div>
    </PasskeyBox>
  );
}

/** The name that was typed, or a plain one. */
export function passkeyName(body: Body, lang: Lang): string {
  const typed = posted(body, 'ten').normalize('NFC').replace(/\s+/g, ' ').trim();
  return typed === '' ? say(lang, words.unnamed) : Array.from(typed).slice(0, longestName).join('');
}

const words = {
  name: text('Đặt tên cho khóa (không bắt buộc)', 'Name of the passkey (optional)'),
  nameHint: text(
    'Để sau này nhận ra, ví dụ “Điện thoại của tôi”',
    'To recognise it later, for example “My phone”',
  ),
  make: text('Tạo khóa truy cập', 'Make a passkey'),
  unnamed: text('Khóa truy cập', 'Passkey'),
  otherwise: text(
    'Trình duyệt này không tạo được khóa truy cập, hoặc đang tắt JavaScript. Hãy dùng ứng dụng xác thực, hoặc mở trang này bằng trình duyệt mới hơn.',
    'This browser cannot make passkeys, or scripts are off. Use an authenticator app, or open this page in a newer browser.',
  ),
};
