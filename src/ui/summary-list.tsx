import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { Link } from './link.tsx';
import { words } from './words.ts';

export interface SummaryRow {
  readonly label: string;
  /** Nothing, '' or undefined is shown as "not answered". */
  readonly value: ComponentChildren;
  /** Where the answer is changed. */
  readonly change?: string | undefined;
}

/** Facts as label and value, each with a link to change it: for "check your answers" and for reading. */
export function SummaryList({
  rows,
  lang,
}: {
  readonly rows: readonly SummaryRow[];
  readonly lang: Lang;
}) {
  return (
    <dl class="facts">
      {rows.map((row, index) => (
        <div class="fact" key={index}>
          <dt>{row.label}</dt>
          <dd>
            {isEmpty(row.value) ? <span class="soft">{say(lang, words.empty)}</span> : row.value}
          </dd>
          {row.change !== undefined && (
            <dd class="fact-change">
              <Link href={row.change}>
                {say(lang, words.change)}
                <span class="unseen"> {row.label}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return value === undefined || value === null || value === '' || value === false;
}
