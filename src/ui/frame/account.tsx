import { say } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { Csrf } from '../form.tsx';
import { Icon } from '../icon.tsx';
import { words } from '../words.ts';
import type { FrameProps } from './frame-props.ts';
import { PlaceLink } from './place-link.tsx';

/** Who is signed in and what belongs to them, or the way to sign in. */
export function Account({ frame }: { readonly frame: FrameProps }) {
  const { lang, person, csrf } = frame;
  if (person === undefined) {
    return (
      <a class="band-tool" href="/dang-nhap">
        <Icon name="log-in" />
        {say(lang, words.signIn)}
      </a>
    );
  }
  return (
    <details class="fold">
      <summary>
        <Icon name="user" />
        <span class="unseen">{say(lang, words.account)}: </span>
        <span>
          <span class="wide">{familyName(person.name)}</span>
          {givenName(person.name)}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div class="folded account-menu">
        {person.menu.map((place) => (
          <PlaceLink key={place.href} place={place} />
        ))}
        <form method="post" action="/dang-xuat">
          <Csrf token={csrf} />
          <Button look="quiet" icon="log-out">
            {say(lang, words.signOut)}
          </Button>
        </form>
      </div>
    </details>
  );
}

/** On a phone the given name alone is shown; a name is one piece otherwise. */
function givenName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function familyName(name: string): string {
  return name.slice(0, name.lastIndexOf(' ') + 1);
}
