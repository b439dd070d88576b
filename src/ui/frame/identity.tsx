import { say } from '#/values/text.ts';
import { Link } from '../link.tsx';
import { words } from '../words.ts';
import type { FrameProps } from './frame-props.ts';
import { PlaceLink } from './place-link.tsx';

/** Whose site it is and where one can go. A thin gold line closes it. */
export function Identity({ frame }: { readonly frame: FrameProps }) {
  const { lang, site, places } = frame;
  return (
    <div class="identity">
      <div class="wrap">
        <Link href="/" class="identity-name">
          {site.emblem !== undefined && <img src={site.emblem} alt="" width={48} height={48} />}
          <span>
            <span class="identity-superior">
              {say(lang, site.service)}
              {site.superior !== undefined && (
                <span class="wide"> · {say(lang, site.superior)}</span>
              )}
            </span>
            <span class="identity-agency">{say(lang, site.agency)}</span>
          </span>
        </Link>
        <nav class="places" aria-label={say(lang, words.mainMenu)}>
          {places.map((place) => (
            <PlaceLink key={place.href} place={place} />
          ))}
        </nav>
      </div>
    </div>
  );
}
