import { Icon, Link } from '#/ui/index.ts';
import { type Lang, say } from '#/values/text.ts';
import type { LifeEvent } from '../life-events.ts';

/** Life events as a quiet grid of icons with words and the number of services. */
export function LifeEventTiles({
  lang,
  events,
}: {
  readonly lang: Lang;
  readonly events: readonly { readonly event: LifeEvent; readonly count: number }[];
}) {
  return (
    <ul class="tiles">
      {events.map(({ event, count }) => (
        <li key={event.code}>
          <Link href={`/dich-vu?su-kien=${event.code}`} class="tile">
            <Icon name={event.icon} />
            <span>{say(lang, event.name)}</span>
            <span class="count">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
