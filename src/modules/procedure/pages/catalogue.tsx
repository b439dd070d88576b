import type { Visit } from '#/platform/http/route.ts';
import { Breadcrumbs, EmptyState, Icon, InsetText, Link, Pagination, Search } from '#/ui/index.ts';
import { fill, say, type Text } from '#/values/text.ts';
import type { CatalogueFacts } from '../catalogue.ts';
import type { Catalogue } from '../published.ts';
import { AskPerson } from './ask-person.tsx';
import { agenciesOf, eventsOf, fieldsOf, type Way } from './browse.ts';
import { LifeEventTiles } from './life-event-tiles.tsx';
import { hrefOf, selectServices, type Asked, type Selection } from './select-services.ts';
import { ServiceList } from './service-list.tsx';
import { words } from './words.ts';

const perPage = 20;

interface View {
  readonly visit: Visit;
  readonly asked: Asked;
  readonly all: readonly CatalogueFacts[];
}

/** The catalogue: search, or browse by life event, field and authority. */
export function CataloguePage({
  visit,
  catalogue,
  asked,
}: {
  readonly visit: Visit;
  readonly catalogue: Catalogue;
  readonly asked: Asked;
}) {
  const { lang } = visit;
  const view = { visit, asked, all: catalogue.all.map((procedure) => procedure.facts) };
  const selection = selectServices(catalogue, asked);
  const isAsked = asked.q !== '' || asked.event !== '' || asked.field !== '' || asked.agency !== '';
  return (
    <>
      <Breadcrumbs lang={lang} way={[{ title: say(lang, words.home), href: '/' }]} />
      <h1>{say(lang, words.services)}</h1>
      <Search lang={lang} action="/dich-vu" label={say(lang, words.ask)} value={asked.q} />
      {isAsked ? <Found view={view} selection={selection} /> : <Browse view={view} />}
      <AskPerson lang={lang} />
    </>
  );
}

function Found({ view, selection }: { readonly view: View; readonly selection: Selection }) {
  const { visit, asked, all } = view;
  const { lang } = visit;
  const { services, marked, corrections, chosen } = selection;
  if (services.length === 0) {
    return (
      <>
        <Chosen view={view} chosen={chosen} />
        <EmptyState icon="search" title={say(lang, fill(words.nothing, { q: asked.q }))}>
          {say(lang, words.nothingHint)}
        </EmptyState>
        <Events view={view} all={all} />
      </>
    );
  }
  const count = String(services.length);
  const pages = Math.ceil(services.length / perPage);
  const page = Math.min(asked.page, pages);
  return (
    <>
      <Chosen view={view} chosen={chosen} />
      <h2>
        {say(
          lang,
          asked.q === ''
            ? fill(words.foundIn, { count })
            : fill(words.found, { count, q: asked.q }),
        )}
      </h2>
      {Array.from(corrections, ([typed, read]) => (
        <InsetText key={typed}>{say(lang, fill(words.readAs, { typed, read }))}</InsetText>
      ))}
      <ServiceList
        lang={lang}
        services={services.slice((page - 1) * perPage, page * perPage)}
        marked={marked}
      />
      <Pagination
        lang={lang}
        page={page}
        pages={pages}
        hrefOf={(wanted) => hrefOf({ ...asked, page: wanted })}
      />
    </>
  );
}

/** The filters that are on; each is a link that takes it off. */
function Chosen({ view, chosen }: { readonly view: View; readonly chosen: Selection['chosen'] }) {
  const { lang } = view.visit;
  if (chosen.length === 0) return null;
  return (
    <ul class="chips">
      {chosen.map((filter) => (
        <li key={filter.without}>
          <Link href={filter.without} class="chip">
            {say(lang, filter.words)}
            <Icon name="x" />
            <span class="unseen"> ({say(lang, words.takeOff)})</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Browse({ view }: { readonly view: View }) {
  const { visit, all, asked } = view;
  const { lang } = visit;
  const named = all.toSorted((a, b) =>
    say(lang, a.shortName).localeCompare(say(lang, b.shortName), lang),
  );
  const pages = Math.ceil(named.length / perPage);
  const page = Math.min(asked.page, Math.max(1, pages));
  return (
    <>
      <Events view={view} all={all} />
      <div class="ways">
        <Ways
          view={view}
          title={words.byField}
          ways={fieldsOf(all)}
          hrefOf={(field) => hrefOf({ ...asked, field, page: 1 })}
        />
        <Ways
          view={view}
          title={words.byAgency}
          ways={agenciesOf(all)}
          hrefOf={(agency) => hrefOf({ ...asked, agency, page: 1 })}
        />
      </div>
      <h2 id="tat-ca">{say(lang, words.allServices)}</h2>
      <ServiceList lang={lang} services={named.slice((page - 1) * perPage, page * perPage)} />
      <Pagination
        lang={lang}
        page={page}
        pages={pages}
        hrefOf={(wanted) => `${hrefOf({ ...asked, page: wanted })}#tat-ca`}
      />
    </>
  );
}

function Events({
  view: { visit },
  all,
}: {
  readonly view: View;
  readonly all: readonly CatalogueFacts[];
}) {
  return (
    <>
      <h2>{say(visit.lang, words.byEvent)}</h2>
      <LifeEventTiles lang={visit.lang} events={eventsOf(all)} />
    </>
  );
}

interface WaysProps {
  readonly view: View;
  readonly title: Text;
  readonly ways: readonly Way[];
  readonly hrefOf: (value: string) => string;
}

function Ways({ view: { visit }, title, ways, hrefOf: href }: WaysProps) {
  return (
    <section>
      <h2>{say(visit.lang, title)}</h2>
      <ul class="way-list">
        {ways.map((way) => (
          <li key={way.value}>
            <Link href={href(way.value)}>{say(visit.lang, way.name)}</Link>
            <span class="count">{way.count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
