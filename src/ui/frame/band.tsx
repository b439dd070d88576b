import { type Lang, say } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { Csrf } from '../form.tsx';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';
import { Account } from './account.tsx';
import type { FrameProps } from './frame-props.ts';

/** The lacquer-red band on top: language, display, account. */
export function Band({ frame }: { readonly frame: FrameProps }) {
  const { lang, path } = frame;
  const other: Lang = lang === 'vi' ? 'en' : 'vi';
  return (
    <div class="band">
      <div class="wrap">
        <div class="band-tools">
          <a class="band-tool" href={withLang(path, other)} lang={other} hreflang={other}>
            <Icon name="languages" />
            {say(lang, words.languageOther)}
          </a>
          <DisplaySwitch frame={frame} />
          <button
            type="button"
            class="band-tool"
            hidden
            data-island="read-aloud"
            data-read={say(lang, words.readAloud)}
            data-stop={say(lang, words.readAloudStop)}
          >
            <Icon name="volume-2" />
            <span>{say(lang, words.readAloud)}</span>
          </button>
        </div>
        <div class="band-tools">
          <Account frame={frame} />
        </div>
      </div>
    </div>
  );
}

/** Text size, contrast and background; kept by the server, so it works everywhere and without scripts. */
function DisplaySwitch({ frame }: { readonly frame: FrameProps }) {
  const { lang, look, path, csrf } = frame;
  return (
    <details class="fold">
      <summary>
        <Icon name="a-large-small" />
        <span>{say(lang, words.display)}</span>
      </summary>
      <form class="folded display-choices" method="post" action="/hien-thi">
        <Csrf token={csrf} />
        <input type="hidden" name="back" value={path} />
        <fieldset class="choice-row">
          <legend>{say(lang, words.textSize)}</legend>
          <Choice
            name="large"
            value="no"
            pressed={!look.large}
            label={say(lang, words.textSizeNormal)}
          />
          <Choice
            name="large"
            value="yes"
            pressed={look.large}
            label={say(lang, words.textSizeLarge)}
          />
        </fieldset>
        <fieldset class="choice-row">
          <legend>{say(lang, words.contrast)}</legend>
          <Choice
            name="contrast"
            value="no"
            pressed={!look.contrast}
            label={say(lang, words.contrastNormal)}
          />
          <Choice
            name="contrast"
            value="yes"
            pressed={look.contrast}
            label={say(lang, words.contrastHigh)}
          />
        </fieldset>
        <fieldset class="choice-row">
          <legend>{say(lang, words.theme)}</legend>
          <Choice
            name="theme"
            value="auto"
            pressed={look.theme === 'auto'}
            label={say(lang, words.themeAuto)}
          />
          <Choice
            name="theme"
            value="light"
            pressed={look.theme === 'light'}
            label={say(lang, words.themeLight)}
          />
          <Choice
            name="theme"
            value="dark"
            pressed={look.theme === 'dark'}
            label={say(lang, words.themeDark)}
          />
        </fieldset>
      </form>
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly pressed: boolean;
  readonly label: string;
}

function Choice({ name, value, pressed, label }: ChoiceProps) {
  return (
    <Button look="secondary" small name={name} value={value} pressed={pressed}>
      {label}
    </Button>
  );
}

/** The same page in the other language. */
export function withLang(path: string, lang: Lang): string {
  const [bare = '/', query] = path.split('?', 2);
  const wanted = new URLSearchParams(query);
  wanted.set('lang', lang);
  return `${bare}?${wanted.toString()}`;
}
