import type { Actor } from '#/platform/http/index.ts';

/** Who uploads in this request; for which paper, when it begins an upload; for which owner, when it goes on with one. */
export interface Uploader {
  readonly actor: Actor;
  readonly target?:
    | { readonly owner: string; readonly paper: string; readonly name: string }
    | undefined;
  readonly owner?: string | undefined;
}
