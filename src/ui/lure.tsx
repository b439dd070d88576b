import { lureNames } from '#/platform/http/lure.ts';
import { say, text, type Lang } from '#/values/text.ts';
import { WarningText } from './notice.tsx';

/**
 * What tells programs from people in a public form: an instant, and a box that is out of sight, out of the order of keys and
 * not read aloud. `isAgain` asks whoever was too quick to send it once more.
 */
export function Lure(props: {
  readonly stamp: string;
  readonly lang: Lang;
  readonly isAgain: boolean;
}) {
  return (
    <>
      {props.isAgain && <WarningText lang={props.lang}>{say(props.lang, words.again)}</WarningText>}
      <input type="hidden" name={lureNames.drawn} value={props.stamp} />
      <div class="unseen" aria-hidden="true">
        <label for="lure">{say(props.lang, words.empty)}</label>
        <input id="lure" type="text" name={lureNames.box} tabIndex={-1} autocomplete="off" />
      </div>
    </>
  );
}

const words = {
  empty: text('Để trống ô này', 'Leave this box empty'),
  again: text(
    'Biểu mẫu vừa được gửi nhanh hơn người thường điền, hoặc trang đã mở quá một ngày. Bạn xem lại rồi nhấn nút gửi lần nữa.',
    'The form came faster than people fill it in, or the page had been open for more than a day. Look it through and send it once more.',
  ),
};
