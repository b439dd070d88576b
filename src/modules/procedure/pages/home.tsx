import { Fragment } from 'preact';
import type { Visit } from '#/platform/http/route.ts';
import { Button, Card, Cards, Icon, Link, Search, Steps } from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import type { Catalogue } from '../published.ts';
import { AskPerson } from './ask-person.tsx';
import { eventsOf } from './browse.ts';
import { firstClause } from './labels.ts';
import { LifeEventTiles } from './life-event-tiles.tsx';
import { words } from './words.ts';

const shownServices = 6;
const shownPhrases = 4;

/** The front page: ask, follow a dossier, the usual services, life events, how it works. */
export function HomePage({
  visit,
  catalogue,
}: {
  readonly visit: Visit;
  readonly catalogue: Catalogue;
}) {
  const { lang } = visit;
  const all = catalogue.all.map((procedure) => procedure.facts);
  return (
    <>
      <div class="ask-first">
        <section class="ask-first-main">
          <h1>{say(lang, words.ask)}</h1>
          <Search lang={lang} action="/dich-vu" label={say(lang, words.askHint)} />
          <p>
            {say(lang, words.oftenAsked)}{' '}
            {all.slice(0, shownPhrases).map(({ slug, words: [phrase = ''] }, place) => (
              <Fragment key={slug}>
                {place > 0 && ' · '}
                <Link href={`/dich-vu?q=${encodeURIComponent(phrase)}`}>{phrase}</Link>
              </Fragment>
            ))}
          </p>
        </section>
        <Track visit={visit} />
      </div>

      <h2>{say(lang, words.mostUsed)}</h2>
      <Cards>
        {all.slice(0, shownServices).map((facts) => (
          <Card
            key={facts.slug}
            title={<Link href={`/dich-vu/${facts.slug}`}>{say(lang, facts.shortName)}</Link>}
          >
            <p class="soft small">{say(lang, firstClause(facts.deadlineText))}</p>
          </Card>
        ))}
      </Cards>

      <p>
        <Link href="/dich-vu">
          {say(lang, fill(words.allServicesCount, { count: String(all.length) }))}
        </Link>
      </p>

      <h2>{say(lang, words.byEvent)}</h2>
      <LifeEventTiles lang={lang} events={eventsOf(all)} />

      <h2>{say(lang, words.how)}</h2>
      <Steps
        lang={lang}
        across
        steps={[
          { title: say(lang, words.how1), note: say(lang, words.how1Note) },
          { title: say(lang, words.how2), note: say(lang, words.how2Note) },
          { title: say(lang, words.how3), note: say(lang, words.how3Note) },
        ]}
      />
      <AskPerson lang={lang} />
    </>
  );
}

/** The code leads to public tracking, which asks for a second factor. */
function Track({ visit: { lang } }: { readonly visit: Visit }) {
  return (
    <section class="ask-first-side" aria-labelledby="theo-doi">
      <h2 id="theo-doi">
        <Icon name="clock" /> {say(lang, words.track)}
      </h2>
      <form method="get" action="/tra-cuu">
        <label class="label" for="ma">
          {say(lang, words.trackCode)}
        </label>
        <span class="hint" id="ma-hint">
          {say(lang, words.trackHint)}
        </span>
        <input
          class="input"
          id="ma"
          name="ma"
          maxLength={60}
          autocomplete="off"
          aria-describedby="ma-hint"
        />
        <Button look="secondary">{say(lang, words.trackGo)}</Button>
      </form>
    </section>
  );
}
