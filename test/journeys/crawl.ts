import type { Route } from '#/platform/http/index.ts';
import type { Office } from './office.ts';
import type { Stop } from './stops.ts';

/** How many pages of one route are looked at for links: of a list of similar ones, not all lead to the same. */
const curiosity = 12;

/**
 * Follows the links of pages as somebody finds them, and gives one stop for every route that was met on the way.
 * A page that no link leads to is not found: it would be found by nobody.
 */
export async function crawl(
  office: Office,
  who: string,
  starts: readonly string[],
): Promise<Stop[]> {
  const person = await office.signedIn(who);
  const open = [...starts];
  const seen = new Set<string>();
  const visits = new Map<string, number>();
  const stops = new Map<string, Stop>();
  for (let address = open.shift(); address !== undefined; address = open.shift()) {
    const route = routeOf(office.application.routes, address);
    if (route === undefined || seen.has(address)) continue;
    seen.add(address);
    const visit = (visits.get(route) ?? 0) + 1;
    visits.set(route, visit);
    if (visit > curiosity) continue;
    await person.open(address);
    if (person.status !== 200) continue;
    if (!stops.has(route)) stops.set(route, { route, who, address });
    open.push(...linksOf(person.html));
  }
  return [...stops.values()];
}

/** The page route that serves an address. */
function routeOf(routes: readonly Route[], address: string): string | undefined {
  const parts = address.split('?', 1)[0]!.split('/');
  const fitting = routes.filter(
    ({ kind, method, path }) => kind === 'page' && method === 'GET' && fits(path.split('/'), parts),
  );
  // The one with the fewest open places: /xuong-thu-tuc/moi, not /xuong-thu-tuc/:id.
  return fitting.toSorted((a, b) => openPlaces(a) - openPlaces(b))[0]?.path;
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, at) => part === parts[at] || (part.startsWith(':') && parts[at] !== ''))
  );
}

function openPlaces({ path }: Pick<Route, 'path'>): number {
  return path.split('/:').length;
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}
