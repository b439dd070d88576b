import { fill, say, text, type Lang } from '#/values/text.ts';
import type { Act } from './store/index.ts';

/** Who did an act, and for whom: both names, wherever one is told. */
export function doerOf({ actorName, facts }: Pick<Act, 'actorName' | 'facts'>, lang: Lang): string {
  const principal = principalIn(facts);
  return principal === null
    ? actorName
    : say(lang, fill(words.behalf, { name: actorName, principal }));
}

/** The name of the represented person in what is kept of an act. */
export function principalIn(facts: Act['facts']): string | null {
  const behalf = facts['behalf'] as { readonly name?: unknown } | undefined;
  return typeof behalf?.name === 'string' ? behalf.name : null;
}

const words = {
  behalf: text('{name}, làm thay cho {principal}', '{name}, for {principal}'),
};
