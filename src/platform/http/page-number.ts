import type { Visit } from './route.ts';

/** Which page of a list is asked for (`?trang=2`), counted from 1; 1 for everything that is no number of a page. */
export function pageNumber({ query }: Pick<Visit, 'query'>): number {
  const asked = query['trang'] ?? '';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}
