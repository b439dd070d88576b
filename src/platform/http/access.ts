import type { Actor } from './actor.ts';

/**
 * Who may use a route, as data. `citizen` and `official` are kinds of accounts, `admin` is an official with the role
 * QUAN_TRI, any other word in capitals is a role in some unit. Which dossier a person may see is decided by use cases.
 */
export type Audience =
  | 'anyone'
  | 'signed-in'
  | 'citizen'
  | 'official'
  | 'admin'
  | Uppercase<string>;

export type Access = readonly Audience[];

/** Whether somebody (null: not signed in) belongs to one of the audiences. */
export function mayUse(actor: Actor | null, access: Access): boolean {
  return access.some((audience) => belongs(actor, audience));
}

function belongs(actor: Actor | null, audience: Audience): boolean {
  if (audience === 'anyone') return true;
  if (actor === null) return false;
  if (audience === 'signed-in') return true;
  if (audience === 'citizen' || audience === 'official') return actor.kind === audience;
  const role = audience === 'admin' ? 'QUAN_TRI' : audience;
  return actor.posts.some((post) => post.role === role);
}
