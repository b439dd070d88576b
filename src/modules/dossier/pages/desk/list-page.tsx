import { failedPrintsOf } from '#/modules/document/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { Csrf, DeskLayout, EmptyState, Link, LinkButton, Pagination } from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { readColumns, usualColumns, type ColumnKey } from '../../desk/columns.ts';
import { readCursor, writeCursor } from '../../desk/cursor.ts';
import { listHref, readFilter, writeFilter, type DeskFilter } from '../../desk/filter.ts';
import { listDesk } from '../../desk/list.ts';
import type { DeskPage } from '../../desk/page.ts';
import { isQueueKey, queueOf } from '../../desk/queues.ts';
import type { SavedQueue } from '../../desk/queue-store.ts';
import { stepNames } from '../../desk/step-names.ts';
import { BatchBar, batchActsOf } from './batch-bar.tsx';
import { CaseTable } from './case-table.tsx';
import { deskWords as words } from './desk-words.ts';
import { FilterForm, filterChoices, type FilterChoices } from './filter-form.tsx';
import { savedHref, writeFrom } from './from.ts';
import { ListTools } from './list-tools.tsx';
import { railGroups, readRail, type Rail } from './rail.tsx';

const pageSize = 50;

/** The desk: what waits, as lists. */
export function listRoutes(): Route[] {
  return [
    get('/can-bo', officials, async (tx, visit) => {
      const reading = readRail(tx, visit.actor!);
      const [rail, list, choices] = await Promise.all([
        reading,
        readList(tx, visit, reading),
        filterChoices(tx, visit),
      ]);
      const { filter, page } = list;
      const [only] = page.rows;
      const isCode =
        only !== undefined && page.rows.length === 1 && only.code === filter.words?.toUpperCase();
      if (isCode)
        return {
          goTo: `/can-bo/ho-so/${only.code}?tu=${encodeURIComponent(writeFrom({ ...filter, words: undefined }))}`,
        };
      return show(visit, { ...list, rail, choices });
    }),
  ];
}

/** The part of the list that the address asks for; the rail is waited for only where it decides which list that is. */
async function readList(tx: Tx, visit: Visit, reading: Promise<Rail>): Promise<List> {
  const { query } = visit;
  const isNamed = query['luu'] === undefined && isQueueKey(query['hang'] ?? '');
  const rail = isNamed ? undefined : await reading;
  const saved = rail?.saved.find(({ id, name }) => id === query['luu'] && name !== '');
  const filter = readFilter(saved?.filter ?? query, rail?.first ?? 'cua-toi');
  const page = await listDesk(tx, visit.actor!, filter, {
    size: pageSize,
    after: readCursor(query['sau']),
  });
  const ids = page.rows.map(({ id }) => id);
  const [names, failedPrints] = await Promise.all([
    stepNames(tx, page.rows, visit.lang),
    failedPrintsOf(tx, ids),
  ]);
  return { saved, filter, page, names, failedPrints };
}

interface List {
  /** The saved list that is open; its filter holds, whatever else the address says. */
  readonly saved: SavedQueue | undefined;
  readonly filter: DeskFilter;
  readonly page: DeskPage;
  readonly names: ReadonlyMap<string, string>;
  readonly failedPrints: ReadonlyMap<string, number>;
}

interface Listed extends List {
  readonly rail: Rail;
  readonly choices: FilterChoices;
}

function show(visit: Visit, listed: Listed): Shown {
  const { lang } = visit;
  const { rail, saved, filter } = listed;
  const title = saved?.name ?? say(lang, queueOf(filter.queue).name);
  const columns = columnsOf(rail, saved?.id);
  return {
    title,
    layout: 'desk',
    view: (
      <DeskLayout
        lang={lang}
        queues={railGroups(visit, rail, { queue: filter.queue, saved: saved?.id })}
      >
        <h1>{title}</h1>
        <FilterForm
          visit={visit}
          filter={filter}
          choices={listed.choices}
          isSaved={saved !== undefined}
        />
        {listed.page.rows.length === 0 ? (
          <Nothing visit={visit} filter={filter} />
        ) : (
          <Rows visit={visit} listed={listed} caption={title} columns={columns} />
        )}
        <ListTools visit={visit} filter={filter} columns={columns} saved={saved} />
      </DeskLayout>
    ),
  };
}

/** Columns of the saved list, else those that the official chose for all, else the usual ones. */
function columnsOf({ saved }: Rail, id: string | undefined): readonly ColumnKey[] {
  const chosen = saved.find((queue) => (id === undefined ? queue.name === '' : queue.id === id));
  const columns = readColumns(chosen?.columns ?? []);
  return columns.length === 0 ? usualColumns : columns;
}

interface RowsProps {
  readonly visit: Visit;
  readonly listed: Listed;
  readonly caption: string;
  readonly columns: readonly ColumnKey[];
}

function Rows({ visit, listed, caption, columns }: RowsProps) {
  const { lang } = visit;
  const { saved, filter, page, names, failedPrints, choices } = listed;
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    saved ? savedHref(saved.id, more) : listHref(filter, more);
  const acts = batchActsOf(visit, filter.queue, page.rows, choices.colleagues);
  const from = writeFrom(filter);
  const table = (
    <CaseTable
      visit={visit}
      caption={caption}
      rows={page.rows}
      stepNames={names}
      failedPrints={failedPrints}
      columns={columns}
      from={from}
      canPick={acts.length > 0}
    />
  );
  return (
    <>
      {acts.length === 0 ? (
        table
      ) : (
        <form method="post" action="/can-bo/hang-loat">
          <Csrf token={visit.csrf} />
          <input type="hidden" name="tu" value={from} />
          {table}
          <BatchBar visit={visit} acts={acts} colleagues={choices.colleagues} />
        </form>
      )}
      <Pagination lang={lang} next={page.next && hrefOf({ sau: writeCursor(page.next) })} />
      {visit.query['sau'] !== undefined && (
        <Link href={hrefOf({})}>{say(lang, words.fromStart)}</Link>
      )}
    </>
  );
}

/** An empty list says why it is empty and what to do. */
function Nothing({ visit, filter }: { readonly visit: Visit; readonly filter: DeskFilter }) {
  const { lang } = visit;
  const isFiltered = Object.keys(writeFilter(filter)).some(
    (name) => name !== 'hang' && name !== 'xep',
  );
  if (isFiltered) {
    return (
      <EmptyState title={say(lang, words.noResult)} icon="search">
        <p>{say(lang, words.noResultText)}</p>
        <LinkButton look="secondary" href={listHref({ queue: filter.queue, sort: filter.sort })}>
          {say(lang, words.clear)}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={say(lang, words.isEmpty)} icon="circle-check">
      <p>{say(lang, fill(queueOf(filter.queue).empty, {}))}</p>
      {filter.queue !== 'tat-ca' && (
        <Link href="/can-bo?hang=tat-ca">{say(lang, words.elsewhere)}</Link>
      )}
    </EmptyState>
  );
}
