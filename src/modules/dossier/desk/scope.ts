import type { Actor, Post } from '#/platform/http/index.ts';
import type { TokensOfWords } from './commonness.ts';

/** What an official may see at the desk: open steps of their posts, dossiers in which their units take part. */
export interface Scope {
  readonly accountId: string;
  readonly posts: readonly Post[];
  readonly unitIds: readonly string[];
  readonly now: Date;
  /** What lists are searched for; undefined when all is wanted. */
  readonly wanted?: Wanted | undefined;
}

/** Words that are searched for, and the tokens of each by which the database finds them without reading them. */
export interface Wanted {
  readonly terms: readonly string[];
  readonly tokens: TokensOfWords;
}

/** The scope of an official now. */
export function scopeOf(actor: Actor): Scope {
  return {
    accountId: actor.accountId,
    posts: actor.posts,
    unitIds: [...new Set(actor.posts.map(({ unitId }) => unitId))],
    now: actor.at,
  };
}
