import { type Lang, fill, say } from '#/values/text.ts';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { words } from './words.ts';

export interface PaginationProps {
  readonly lang: Lang;
  /** Numbered pages, counted from 1, when their number is known. */
  readonly page?: number | undefined;
  readonly pages?: number | undefined;
  readonly hrefOf?: ((page: number) => string) | undefined;
  /** Or only the neighbours, when a list is read by cursor. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** The pages of a list. Draws nothing when there is only one. */
export function Pagination(props: PaginationProps) {
  const { lang, page = 1, pages = 1, hrefOf } = props;
  const previous = props.previous ?? (page > 1 ? hrefOf?.(page - 1) : undefined);
  const next = props.next ?? (page < pages ? hrefOf?.(page + 1) : undefined);
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label={say(lang, words.pages)}>
      <ul>
        {previous !== undefined && (
          <li>
            <Link href={previous}>
              <Icon name="chevron-left" />
              {say(lang, words.previous)}
            </Link>
          </li>
        )}
        {hrefOf !== undefined &&
          shownPages(page, pages).map((number, index) => (
            <li key={index}>
              {number === undefined ? (
                <span aria-hidden="true">…</span>
              ) : (
                <Link href={hrefOf(number)} current={number === page}>
                  <span class="unseen">{say(lang, fill(words.page, { page: '' })).trim()} </span>
                  {number}
                </Link>
              )}
            </li>
          ))}
        {next !== undefined && (
          <li>
            <Link href={next}>
              {say(lang, words.next)}
              <Icon name="chevron-right" />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and the neighbours of the current page; undefined stands for a gap. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (n) => n >= 1 && n <= pages,
  );
  wanted.sort((a, b) => a - b);
  return wanted.flatMap((n, index) =>
    index > 0 && n - wanted[index - 1]! > 1 ? [undefined, n] : [n],
  );
}
