import { ButtonRow, Link, LinkButton, StatusTag } from '#/ui/index.ts';
import { say, text, type Lang } from '#/values/text.ts';
import type { CalendarChange } from '../calendar-changes/calendar-change.ts';
import { changeTitle, standingOf } from './change-words.ts';

const words = {
  title: text('Thay đổi lịch', 'Changes of the calendar'),
  declare: text('Khai báo một ngày', 'Declare a day'),
  hours: text('Đổi giờ làm việc', 'Change office hours'),
} as const;

/** The latest changes with how far each has come, and the ways to propose one. */
export function ChangesList({
  lang,
  changes,
}: {
  readonly lang: Lang;
  readonly changes: readonly CalendarChange[];
}) {
  return (
    <section aria-labelledby="thay-doi">
      <h2 id="thay-doi">{say(lang, words.title)}</h2>
      <ButtonRow>
        <LinkButton look="secondary" href="/quan-tri/co-quan/ngay">
          {say(lang, words.declare)}
        </LinkButton>
        <LinkButton look="secondary" href="/quan-tri/co-quan/gio">
          {say(lang, words.hours)}
        </LinkButton>
      </ButtonRow>
      <ul>
        {changes.map((change) => {
          const standing = standingOf(change);
          return (
            <li key={change.id}>
              <Link href={`/quan-tri/co-quan/lich/${change.id}`}>
                {say(lang, changeTitle(change))}
              </Link>{' '}
              <StatusTag tone={standing.tone}>{say(lang, standing.words)}</StatusTag>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
