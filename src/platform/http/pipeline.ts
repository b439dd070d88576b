import type { Route } from './route.ts';

/** How a request comes in: what answers it, and whether it may change anything. */
export const doors = [
  'page GET',
  'page POST',
  'api GET',
  'api write',
  'raw read',
  'raw write',
  'program',
] as const;

export type Door = (typeof doors)[number];

/** Somebody nobody knows, or somebody with a session. Citizens and officials go the same way; access tells them apart. */
type Whom = 'all' | 'known' | '-';

const [all, known, no] = ['all', 'known', '-'] as const;

// prettier-ignore
/** Which step is taken for whom at which door, in the order of taking them. The servers of all routes go by it. */
export const pipeline = {
  //               page GET  page POST  api GET  api write  raw read  raw write  program
  headers:        [all,      all,       all,     all,       all,      all,     all],
  body:           [no,       all,       no,      all,       no,       no,      no],
  transaction:    [all,      all,       all,     all,       no,       no,      no],
  session:        [all,      all,       all,     all,       all,      all,     no],
  access:         [all,      all,       all,     all,       all,      all,     no],
  origin:         [no,       all,       no,      all,       no,       all,     no],
  token:          [no,       all,       no,      known,     no,       all,     no],
  schema:         [no,       no,        all,     all,       no,       no,      no],
  idempotency:    [no,       no,        no,      known,     no,       no,      no],
} as const satisfies Record<string, readonly [Whom, Whom, Whom, Whom, Whom, Whom, Whom]>;

export type Step = keyof typeof pipeline;

/** What each step promises. */
export const promises: Readonly<Record<Step, string>> = {
  headers: 'Security headers: nothing inline runs, nothing foreign is loaded, nobody frames us.',
  body: 'The body is read whole: at most 1 MB, a known type, not too deep, no NUL; raw routes and those for programs read by themselves.',
  transaction:
    'All that follows is one transaction; a refusal rolls it back. Passwords are compared between two, in a queue that answers 429 when full. Raw routes and those for programs open their own.',
  session:
    'The session cookie tells who it is; to the API an access token may, with proof of its key (RFC 9449). Raw routes open to anyone do not ask; programs prove by themselves who they are.',
  access:
    'The route’s audiences are asked; a visitor is led to the sign-in page, and typing of drafts is kept sealed meanwhile.',
  origin: 'A browser must say that the request comes from our own pages.',
  token:
    'The token of our own form must fit the browser’s cookie. Who came by an access token has no cookie and needs none.',
  schema: 'Path, query and body must fit the published JSON Schema; pages have forms instead.',
  idempotency: 'The same Idempotency-Key gets the first answer again.',
};

/** Whether a step is taken at a door, for somebody with a session or without. */
export function takes(step: Step, door: Door, isKnown: boolean): boolean {
  const whom: Whom = pipeline[step][doors.indexOf(door)]!;
  return whom === 'all' || (whom === 'known' && isKnown);
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The door of a route. */
export function doorOf({ kind, method }: Route): Door {
  if (kind === 'program') return 'program';
  const isRead = reading.has(method);
  if (kind === 'page') return isRead ? 'page GET' : 'page POST';
  if (kind === 'api') return isRead ? 'api GET' : 'api write';
  return isRead ? 'raw read' : 'raw write';
}
