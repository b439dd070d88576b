import { Icon } from '../icon.tsx';
import { Link } from '../link.tsx';
import type { Place } from './frame-props.ts';

/** One place of a menu, with what waits there. */
export function PlaceLink({ place }: { readonly place: Place }) {
  return (
    <Link href={place.href} current={place.current}>
      {place.icon !== undefined && <Icon name={place.icon} />}
      {place.title}
      {place.count !== undefined && place.count > 0 && <span class="count">{place.count}</span>}
    </Link>
  );
}
