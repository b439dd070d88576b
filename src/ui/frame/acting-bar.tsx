import { fill, say, text } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { Csrf } from '../form.tsx';
import { Icon } from '../icon.tsx';
import type { FrameProps } from './frame-props.ts';

/** Who acts and for whom, on every page, with the way back to oneself. */
export function ActingBar({ frame }: { readonly frame: FrameProps }) {
  const { lang, person, actingFor, csrf } = frame;
  if (person === undefined || actingFor === undefined) return null;
  const { name } = person;
  return (
    <div class="acting">
      <div class="wrap">
        <Icon name="users" />
        <p>{say(lang, fill(words.acting, { name, principal: actingFor }))}</p>
        <form method="post" action="/tai-khoan/uy-quyen/thoi">
          <Csrf token={csrf} />
          <Button look="secondary" small>
            {say(lang, words.stop)}
          </Button>
        </form>
      </div>
    </div>
  );
}

const words = {
  acting: text('{name} đang làm thay cho {principal}', '{name} is acting for {principal}'),
  stop: text('Thôi làm thay', 'Stop acting for them'),
};
