import { LinkButton } from '#/ui/index.ts';
import { type Lang, say } from '#/values/text.ts';
import { words } from './words.ts';

/** Nobody is left alone with a machine: the way to a person. */
export function AskPerson({ lang }: { readonly lang: Lang }) {
  return (
    <section class="help">
      <h2>{say(lang, words.person)}</h2>
      <p>{say(lang, words.personHint)}</p>
      <LinkButton href="/tro-giup" look="secondary" icon="phone">
        {say(lang, words.personGo)}
      </LinkButton>
    </section>
  );
}
