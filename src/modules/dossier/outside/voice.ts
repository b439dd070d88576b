import { systemActor, type Actor, type Post } from '#/platform/http/index.ts';

/** Another installation that speaks through messages, under the name that it is known by here. */
export interface Voice {
  readonly name: string;
  readonly at: Date;
}

/** The actor of its acts: nobody's account, under its own name, in the post that the part is done in. */
export function voiceActor({ name, at }: Voice, posts: readonly Post[] = []): Actor {
  return { ...systemActor(at), name, posts };
}
