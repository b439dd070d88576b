import type { ComponentChildren } from 'preact';

export interface TimelineEvent {
  /** As people write it: 14 giờ 30, 15/07/2026. */
  readonly when: string;
  readonly title: ComponentChildren;
  readonly who?: string | undefined;
  readonly body?: ComponentChildren;
  /** Somebody only looked: quieter. */
  readonly isRead?: boolean | undefined;
}

/** What happened, newest first. */
export function Timeline({
  events,
  label,
}: {
  readonly events: readonly TimelineEvent[];
  readonly label: string;
}) {
  return (
    <ol class="timeline" aria-label={label}>
      {events.map((event, index) => (
        <li class={event.isRead === true ? 'event event--read' : 'event'} key={index}>
          <span class="event-title">{event.title}</span>
          <span class="event-when">
            {event.when}
            {event.who !== undefined && ` · ${event.who}`}
          </span>
          {typeof event.body === 'string' ? <p>{event.body}</p> : event.body}
        </li>
      ))}
    </ol>
  );
}
