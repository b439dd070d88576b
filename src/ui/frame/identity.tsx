import { say } from '#/values/text.ts';
import { Button } from '../button.tsx';
import { Csrf } from '../form.tsx';
import { Icon } from '../icon.tsx';
import { Link } from '../link.tsx';
import { words } from '../words.ts';
import type { FrameProps, Place } from './frame-props.ts';

/** Whose site it is, where one can go, and who is signed in. A thin gold line closes it. */
export function Identity({ frame }: { readonly frame: FrameProps }) {
  const { lang, site, places, person } = frame;
  return (
    <div class="identity">
      <div class="wrap">
        <Link href="/" class="identity-name">
          {site.emblem !== undefined && <img src={site.emblem} alt="" width={48} height={48} />}
          <span>
            {site.superior !== undefined && (
              <span class="identity-superior">{say(lang, site.superior)}</span>
            )}
            <span class="identity-agency">{say(lang, site.agency)}</span>
          </span>
        </Link>
        <nav class="places" aria-label={say(lang, words.mainMenu)}>
          {places.map((place) => (
            <PlaceLink key={place.href} place={place} />
          ))}
          {person === undefined ? (
            <Link href="/dang-nhap">
              <Icon name="log-in" />
              {say(lang, words.signIn)}
            </Link>
          ) : (
            <Account frame={frame} person={person} />
          )}
        </nav>
      </div>
    </div>
  );
}

interface AccountProps {
  readonly frame: FrameProps;
  readonly person: NonNullable<FrameProps['person']>;
}

function Account({ frame, person }: AccountProps) {
  return (
    <details class="account">
      <summary>
        <Icon name="user" />
        <span class="unseen">{say(frame.lang, words.account)}: </span>
        {person.name}
        <Icon name="chevron-down" />
      </summary>
      <div class="account-menu">
        {person.menu.map((place) => (
          <PlaceLink key={place.href} place={place} />
        ))}
        <form method="post" action="/dang-xuat">
          <Csrf token={frame.csrf} />
          <Button look="quiet" icon="log-out">
            {say(frame.lang, words.signOut)}
          </Button>
        </form>
      </div>
    </details>
  );
}

function PlaceLink({ place }: { readonly place: Place }) {
  return (
    <Link href={place.href} current={place.current}>
      {place.icon !== undefined && <Icon name={place.icon} />}
      {place.title}
      {place.count !== undefined && place.count > 0 && <span class="count">{place.count}</span>}
    </Link>
  );
}
