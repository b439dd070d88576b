import { say, type Lang } from '#/values/text.ts';
import { caseWords as words } from './case-words.ts';

/** "Làm hồ sơ tiếp theo": ticked beforehand, because eighty dossiers a day come one after the other. */
export function NextTick({ lang }: { readonly lang: Lang }) {
  return (
    <label class="tick">
      <input type="checkbox" name="next" value="1" checked />
      {say(lang, words.next)}
    </label>
  );
}
