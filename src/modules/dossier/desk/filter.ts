import { isRole, type Role } from '#/modules/agency/index.ts';
import { isId } from '#/values/id.ts';
import { states, type Channel, type State } from '../dossier.ts';
import { isQueueKey, isWork, type QueueKey } from './queues.ts';

/** Orders of a list: step due first, dossier due first, filed last, filed first. */
const sorts = ['buoc', 'han', 'moi', 'cu'] as const;

export type Sort = (typeof sorts)[number];

/** What a list of the desk shows. It lives in the address, so it can be kept, passed on and saved. */
export interface DeskFilter {
  readonly queue: QueueKey;
  /** Words to find: code, names, abstract. */
  readonly words?: string | undefined;
  readonly procedureId?: string | undefined;
  readonly state?: State | undefined;
  /** Role that has the open step. */
  readonly role?: Role | undefined;
  /** Who holds the open step: oneself, nobody, or an account. */
  readonly holder?: 'toi' | 'trong' | { readonly accountId: string } | undefined;
  readonly deadline?: 'late' | 'soon' | 'paused' | undefined;
  readonly channel?: Channel | undefined;
  readonly sort: Sort;
}

const deadlines = { qua: 'late', sap: 'soon', dung: 'paused' } as const;
const channels = { 'truc-tuyen': 'ONLINE', 'truc-tiep': 'DIRECT', 'buu-chinh': 'POSTAL' } as const;

/** Slugs of deadlines and channels, for the choices of the form. */
export const deadlineSlugs = Object.keys(deadlines) as (keyof typeof deadlines)[];
export const channelSlugs = Object.keys(channels) as (keyof typeof channels)[];

/** Reads the filter of an address. What it does not understand it leaves out; nothing throws. */
export function readFilter(
  query: Readonly<Record<string, string | undefined>>,
  fallback: QueueKey,
): DeskFilter {
  const queue = isQueueKey(query['hang'] ?? '') ? (query['hang'] as QueueKey) : fallback;
  const words = (query['q'] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 100);
  const role = query['vai'] ?? '';
  return {
    queue,
    words: words === '' ? undefined : words,
    procedureId: idOf(query['tt']),
    state: states.find((state) => state === query['trang-thai']),
    role: isRole(role) ? role : undefined,
    holder: holderOf(query['ai']),
    deadline: memberOf(deadlines, query['han']),
    channel: memberOf(channels, query['kenh']),
    sort: sortOf(query['xep'], queue),
  };
}

/** The filter as an address says it; defaults are left out. */
export function writeFilter(filter: DeskFilter): Record<string, string> {
  const { holder } = filter;
  const written = {
    hang: filter.queue,
    q: filter.words,
    tt: filter.procedureId,
    'trang-thai': filter.state,
    vai: filter.role,
    ai: typeof holder === 'object' ? holder.accountId : holder,
    han: slugOf(deadlines, filter.deadline),
    kenh: slugOf(channels, filter.channel),
    xep: filter.sort === defaultSort(filter.queue) ? undefined : filter.sort,
  };
  return Object.fromEntries(
    Object.entries(written).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The address of a list. */
export function listHref(filter: DeskFilter, more: Readonly<Record<string, string>> = {}): string {
  return `/can-bo?${new URLSearchParams({ ...writeFilter(filter), ...more }).toString()}`;
}

/** Work is done in the order of its deadlines; what a unit has is looked through from the newest. */
export function defaultSort(queue: QueueKey): Sort {
  return isWork(queue) ? 'buoc' : 'moi';
}

/** The orders that a queue knows: a dossier need not have an open step. */
export function sortsOf(queue: QueueKey): readonly Sort[] {
  return isWork(queue) ? sorts : ['moi', 'cu', 'han'];
}

function sortOf(slug: string | undefined, queue: QueueKey): Sort {
  return sortsOf(queue).find((sort) => sort === slug) ?? defaultSort(queue);
}

function holderOf(slug: string | undefined): DeskFilter['holder'] {
  if (slug === 'toi' || slug === 'trong') return slug;
  const accountId = idOf(slug);
  return accountId === undefined ? undefined : { accountId };
}

function idOf(slug: string | undefined): string | undefined {
  return slug !== undefined && isId(slug) ? slug : undefined;
}

function memberOf<T>(table: Readonly<Record<string, T>>, slug: string | undefined): T | undefined {
  return slug !== undefined && Object.hasOwn(table, slug) ? table[slug] : undefined;
}

function slugOf<T>(table: Readonly<Record<string, T>>, value: T | undefined): string | undefined {
  return Object.keys(table).find((slug) => table[slug] === value);
}
