import type { FastifyRequest } from 'fastify';
import { readOwnPath } from './own-path.ts';
import type { Route } from './route.ts';

/**
 * The page that held a posted form: where the browser says it was (Referer, of our own origin alone), else the address
 * of the form itself, else the next one above it that is a page.
 */
export function formPageOf(routes: readonly Route[], request: FastifyRequest): string {
  const candidates = [refererOf(request), request.url, ...above(request.url)];
  const isPage = (path: string) =>
    routes.some((route) => route.method === 'GET' && fits(route.path, path));
  return candidates.find((path) => path !== undefined && isPage(path.split('?', 1)[0]!)) ?? '/';
}

function refererOf(request: FastifyRequest): string | undefined {
  const { referer } = request.headers;
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === request.host ? readOwnPath(pathname + search) : undefined;
}

function above(url: string): string[] {
  const parts = url.split('?', 1)[0]!.split('/').slice(1, -1);
  return parts.map((_part, at) => `/${parts.slice(0, parts.length - at).join('/')}`);
}

/** Whether a path is one of a route's: `:name` stands for one part. */
function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  );
}
