import type { Actor } from '#/platform/http/index.ts';

/** Who uploads in this request and, when it begins an upload, for which paper. */
export interface Uploader {
  readonly actor: Actor;
  readonly target?:
    | { readonly owner: string; readonly paper: string; readonly name: string }
    | undefined;
}
