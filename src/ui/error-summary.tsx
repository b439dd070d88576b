import type { Filled } from '#/platform/form/question.ts';
import { type Lang, fill, say } from '#/values/text.ts';
import { Icon } from './icon.tsx';
import { words } from './words.ts';

/** How many places to correct, each with a link to its input. Stands first on the page; draws nothing when all is well. */
export function ErrorSummary({ wrong, lang }: Pick<Filled, 'wrong'> & { readonly lang: Lang }) {
  const places = Object.entries(wrong);
  if (places.length === 0) return null;
  const title = say(lang, fill(words.correct, { count: String(places.length) }));
  return (
    <section class="summary-wrong" role="alert" aria-labelledby="summary-wrong" tabIndex={-1}>
      <h2 id="summary-wrong">
        <Icon name="octagon-alert" />
        {title}
      </h2>
      <ul>
        {places.map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`}>{say(lang, message)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
