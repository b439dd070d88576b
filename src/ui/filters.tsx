import type { ComponentChildren } from 'preact';
import { type Lang, say } from '#/values/text.ts';
import { Button, ButtonRow } from './button.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { words } from './words.ts';

export interface FiltersProps {
  readonly lang: Lang;
  readonly action: string;
  /** The questions, by `Ask`. */
  readonly children: ComponentChildren;
  /** What is filtered by now, each with the address without it. */
  readonly applied?: readonly { readonly words: string; readonly without: string }[] | undefined;
}

/** Narrows a list. The choice lives in the address, so it can be kept and passed on. */
export function Filters({ lang, action, children, applied = [] }: FiltersProps) {
  return (
    <>
      <search>
        <form method="get" action={action} class="filters" aria-label={say(lang, words.filters)}>
          <div class="filter-fields">{children}</div>
          <ButtonRow>
            <Button look="secondary" small>
              {say(lang, words.applyFilters)}
            </Button>
            {applied.length > 0 && <Link href={action}>{say(lang, words.clearFilters)}</Link>}
          </ButtonRow>
        </form>
      </search>
      {applied.length > 0 && (
        <ul class="chips">
          {applied.map((chip) => (
            <li key={chip.without}>
              <Link href={chip.without} class="chip">
                {chip.words}
                <Icon name="x" />
                <span class="unseen"> ({say(lang, words.removeFilter)})</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export interface SearchProps {
  readonly lang: Lang;
  readonly action: string;
  readonly label: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** One box and one button that look for something. */
export function Search({ lang, action, label, name = 'q', value }: SearchProps) {
  return (
    <search>
      <form method="get" action={action}>
        <label class="label" for={name}>
          {label}
        </label>
        <div class="search">
          <input
            class="input"
            type="search"
            id={name}
            name={name}
            value={value}
            maxLength={200}
            enterkeyhint="search"
          />
          <Button icon="search">{say(lang, words.search)}</Button>
        </div>
      </form>
    </search>
  );
}
