import { Details, Link, LinkButton, Steps } from '#/ui/index.ts';
import { say, type Lang, type Text } from '#/values/text.ts';

/** A page of plain words that hardly ever changes. */
export interface Article {
  readonly path: string;
  readonly title: Text;
  /** One sentence: what the page is for. */
  readonly lead: Text;
  readonly parts: readonly Part[];
}

/** One heading and what stands below it, in this order. */
export interface Part {
  readonly title: Text;
  readonly says?: readonly Text[];
  /** Things to do one after the other. */
  readonly steps?: readonly { readonly title: Text; readonly note: Text }[];
  readonly list?: readonly Text[];
  /** Questions whose answers are folded away. */
  readonly questions?: readonly { readonly asked: Text; readonly answer: Text }[];
  readonly links?: readonly { readonly title: Text; readonly href: string }[];
  /** The one deed that the part invites to. */
  readonly deed?: { readonly title: Text; readonly href: string };
}

/** Draws an article: title, lead, parts. */
export function ArticleView({ article, lang }: { readonly article: Article; readonly lang: Lang }) {
  return (
    <>
      <h1>{say(lang, article.title)}</h1>
      <p class="lead">{say(lang, article.lead)}</p>
      {article.parts.map((part) => (
        <PartView key={part.title.en} part={part} lang={lang} />
      ))}
    </>
  );
}

function PartView({ part, lang }: { readonly part: Part; readonly lang: Lang }) {
  return (
    <section>
      <h2>{say(lang, part.title)}</h2>
      {part.says?.map((words) => (
        <p key={words.en}>{say(lang, words)}</p>
      ))}
      {part.steps && (
        <Steps
          lang={lang}
          steps={part.steps.map(({ title, note }) => ({
            title: say(lang, title),
            note: say(lang, note),
          }))}
        />
      )}
      {part.list && (
        <ul>
          {part.list.map((words) => (
            <li key={words.en}>{say(lang, words)}</li>
          ))}
        </ul>
      )}
      {part.questions?.map(({ asked, answer }) => (
        <Details key={asked.en} summary={say(lang, asked)}>
          <p>{say(lang, answer)}</p>
        </Details>
      ))}
      {part.links && (
        <ul>
          {part.links.map(({ title, href }) => (
            <li key={href}>
              <Link href={href}>{say(lang, title)}</Link>
            </li>
          ))}
        </ul>
      )}
      {part.deed && (
        <p>
          <LinkButton href={part.deed.href}>{say(lang, part.deed.title)}</LinkButton>
        </p>
      )}
    </section>
  );
}
