import type { Body } from '#/platform/http/index.ts';

/** What an appointment is about, as the address carries it from the page where one began. */
export interface About {
  readonly procedure: string | null;
  readonly dossier: string | null;
  /** The page to go back to. */
  readonly back: string;
}

/** What the address says. */
export function readAbout(query: Readonly<Record<string, string>>): About {
  return aboutFrom(query['dich-vu'], query['ho-so']);
}

/** What the form carried along. */
export function aboutOf(body: Body): About {
  const one = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value : undefined;
  };
  return aboutFrom(one('procedure'), one('dossier'));
}

/** An address of this module that goes on with it. */
export function withAbout(path: string, { procedure, dossier }: About): string {
  const query = new URLSearchParams();
  if (procedure !== null) query.set('dich-vu', procedure);
  if (dossier !== null) query.set('ho-so', dossier);
  return query.size === 0 ? path : `${path}?${query}`;
}

function aboutFrom(procedure: string | undefined, dossier: string | undefined): About {
  const slug = /^[a-z0-9-]{1,150}$/.exec(procedure ?? '')?.[0] ?? null;
  const code = /^[A-Z0-9.-]{5,60}$/.exec(dossier ?? '')?.[0] ?? null;
  const back = code !== null ? `/ho-so/${code}` : slug !== null ? `/dich-vu/${slug}` : '/dich-vu';
  return { procedure: slug, dossier: code, back };
}
