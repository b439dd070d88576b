import { listHref, readFilter, writeFilter, type DeskFilter } from '../../desk/filter.ts';

/** The list from which somebody came to a dossier, as its address carries it. */
export interface From {
  /** Written form of the filter; empty when one came from nowhere. */
  readonly written: string;
  readonly filter: DeskFilter;
  readonly href: string;
}

/** Reads it; what it does not understand it leaves out. */
export function fromOf(written: string | undefined): From {
  const filter = readFilter(
    Object.fromEntries(new URLSearchParams((written ?? '').slice(0, 1000))),
    'cua-toi',
  );
  return {
    written: written ? writeFrom(filter) : '',
    filter,
    href: written ? listHref(filter) : '/can-bo',
  };
}

/** The filter of a list as one text. */
export function writeFrom(filter: DeskFilter): string {
  return new URLSearchParams(writeFilter(filter)).toString();
}

/** The address of a list that an official saved. */
export function savedHref(id: string, more: Readonly<Record<string, string>> = {}): string {
  return `/can-bo?${new URLSearchParams({ luu: id, ...more }).toString()}`;
}
