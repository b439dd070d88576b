import { Table } from '#/ui/index.ts';
import { formatDay } from '#/values/day.ts';
import { say, type Lang } from '#/values/text.ts';
import type { YearChange } from '../calendar-changes/calendar-change.ts';
import { changeWords as words } from './change-words.ts';
import { kindWords, weekdayText } from './words.ts';

/** The days of a proposed year, for whoever approves it. */
export function YearDays({ lang, change }: { readonly lang: Lang; readonly change: YearChange }) {
  return (
    <Table
      caption={say(lang, words.days)}
      narrow="stack"
      rows={change.after.days}
      keyOf={({ on }) => on}
      columns={[
        {
          title: say(lang, words.day),
          heads: true,
          cell: ({ on }) => `${say(lang, weekdayText(on))}, ${formatDay(on)}`,
        },
        { title: say(lang, words.name), cell: ({ name }) => say(lang, name) },
        { title: say(lang, words.kind), cell: ({ kind }) => say(lang, kindWords[kind]) },
      ]}
    />
  );
}
